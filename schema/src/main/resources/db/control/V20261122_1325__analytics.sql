-- Of the tenants' figures those that whoever runs the platform adds up: counts, and nothing of what was counted.

create table control.tenant_metric (
  day        date not null,
  metric     text not null check (metric ~ '^[a-z][a-z_]{0,62}$'),
  tenant_id  uuid not null references control.tenant (id),
  value      numeric(24, 2) not null,
  primary key (day, metric, tenant_id)
);
comment on table control.tenant_metric is 'PLATFORM: metrics of tenants on a day of UTC, for sums over all of them; copied from the tenant''s own in one transaction';
create index tenant_metric_tenant on control.tenant_metric (tenant_id, day);

grant select, insert, update, delete on control.tenant_metric to freehold_app;
