-- What a tenant's figures were, day by day.

create table metric_day (
  tenant_id    uuid not null,
  metric       text not null check (metric ~ '^[a-z][a-z_]{0,62}$'),
  day          date not null,
  value        numeric(24, 2) not null,
  computed_at  timestamptz not null,
  primary key (tenant_id, metric, day)
);
comment on table metric_day is 'TENANT: a metric of the tenant on a day of UTC, computed from the rows that were there';
create index metric_day_day on metric_day (tenant_id, day);

alter table metric_day enable row level security;
alter table metric_day force row level security;
create policy tenant_isolation on metric_day using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on metric_day to freehold_app;
