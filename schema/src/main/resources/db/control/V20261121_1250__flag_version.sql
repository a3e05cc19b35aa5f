-- Which state its feature flags are in, for each tenant: beside access_version, and asked for in the same question.

create table control.flag_version (
  tenant_id   uuid primary key references control.tenant (id) on delete cascade,
  version     bigint not null,
  changed_in  xid8 not null
);
comment on table control.flag_version is 'PLATFORM: grows with every transaction that changes a tenant''s feature flags or their segments';
create index flag_version_changed on control.flag_version (changed_in);

alter table control.flag_version enable row level security;
alter table control.flag_version force row level security;
create policy tenant_isolation on control.flag_version to freehold_app
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy node on control.flag_version for select to freehold_worker using (true);
grant select, insert, update on control.flag_version to freehold_app;
grant select on control.flag_version to freehold_worker;
