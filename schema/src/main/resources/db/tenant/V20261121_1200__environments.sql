-- The environments that releases go through, of a tenant or of one project.

create table environment (
  tenant_id          uuid not null,
  id                 uuid not null,
  project_id         uuid,
  name               text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  position           int not null check (position between 1 and 1000),
  url                text check (length(url) <= 2000),
  health_url         text check (length(health_url) <= 2000),
  policy             jsonb not null,
  target_kind        text not null check (target_kind in ('managed', 'outside')),
  target_url         text check (length(target_url) <= 2000),
  target_user        text check (length(target_user) <= 63),
  target_schema      text check (length(target_schema) <= 63),
  sealed_password    bytea,
  built_in           boolean not null,
  fingerprint        text,
  catalog            jsonb,
  deployed_at        timestamptz,
  drift_state        text not null check (drift_state in ('unknown', 'in_sync', 'drifted')),
  drift_checked_at   timestamptz,
  drift_differences  jsonb not null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  version            bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  unique nulls not distinct (tenant_id, project_id, name),
  unique nulls not distinct (tenant_id, project_id, position),
  check ((target_kind = 'outside') = (target_url is not null and target_user is not null and target_schema is not null))
);
comment on table environment is 'TENANT: where releases go; position says the order, the password of an outside database is encrypted';
create index environment_position on environment (tenant_id, position, id);
create index environment_name on environment (tenant_id, name, id);

alter table environment enable row level security;
alter table environment force row level security;
create policy tenant_isolation on environment using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on environment to freehold_app;
