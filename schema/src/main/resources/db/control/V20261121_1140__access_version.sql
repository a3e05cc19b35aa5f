-- Which state of its access each tenant is in, so that every node learns of changes by one short question about all tenants.

create table control.access_version (
  tenant_id      uuid primary key references control.tenant (id) on delete cascade,
  version        bigint not null,
  roles_version  bigint not null,
  changed_in     xid8 not null
);
comment on table control.access_version is 'PLATFORM: grows with every transaction that changes who may do what in a tenant; roles_version with those that change roles';
create index access_version_changed on control.access_version (changed_in);

-- The server sees the row of the tenant that it serves; what each node asks in the background, those of all.
alter table control.access_version enable row level security;
alter table control.access_version force row level security;
create policy tenant_isolation on control.access_version to freehold_app
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy node on control.access_version for select to freehold_worker using (true);
grant select, insert, update on control.access_version to freehold_app;
grant select on control.access_version to freehold_worker;
