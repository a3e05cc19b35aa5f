-- What a tenant asks decisions about that is not Freehold's own: types with their actions, and things with their properties.

create table decision_type (
  tenant_id    uuid not null,
  name         text not null check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  description  text check (length(description) <= 1000),
  actions      jsonb not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, name)
);
comment on table decision_type is 'TENANT: a type of things of another system, and what can be done to them';

create table decision_thing (
  tenant_id    uuid not null,
  id           uuid not null,
  type         text not null check (length(type) between 1 and 200),
  external_id  text collate "C" not null check (length(external_id) between 1 and 1000),
  properties   jsonb not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, type, external_id)
);
comment on table decision_thing is 'TENANT: somebody or something of another system, known so that it can be found and need not be described at every question';
create index decision_thing_created on decision_thing (tenant_id, created_at, id);

-- Actions are permissions: roles and policies may name them.
create trigger decision_type_access_added after insert on decision_type referencing new table as changed
  for each statement execute function access_changed();
create trigger decision_type_access_removed after delete on decision_type referencing old table as changed
  for each statement execute function access_changed();
create trigger decision_type_access_changed after update on decision_type
  for each row when (old.actions is distinct from new.actions) execute function access_changed();

do $$
declare
  owned text;
begin
  foreach owned in array array['decision_type', 'decision_thing'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on decision_type, decision_thing to freehold_app;
