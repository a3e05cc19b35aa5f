-- What an upgrade of a template would make of a tenant, until its release is in place: only then the tenant is of the newer version.

create table template_upgrade (
  tenant_id         uuid not null,
  id                uuid not null,
  use_id            uuid not null,
  template_version  text not null,
  template_digest   text not null,
  answers           jsonb not null,
  blueprint         jsonb not null,
  prepared_at       timestamptz not null,
  live_at           timestamptz,
  version           bigint not null,
  primary key (tenant_id, id)
);
comment on table template_upgrade is 'TENANT: an upgrade of a use of a template, a row of the platform''s own tenant by the id of the release that carries it';
create index template_upgrade_use on template_upgrade (tenant_id, use_id);

alter table template_upgrade enable row level security;
alter table template_upgrade force row level security;
create policy tenant_isolation on template_upgrade using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update on template_upgrade to freehold_app;
