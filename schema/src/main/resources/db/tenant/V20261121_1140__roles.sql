-- Roles that a tenant makes for itself, and who holds which role where and how long.

create table role (
  tenant_id     uuid not null,
  id            uuid not null,
  name          text not null check (name ~ '^[a-z][a-z0-9_-]{1,62}$'),
  description   text,
  workspace_id  uuid,
  parents       jsonb not null,
  grants        jsonb not null,
  denies        jsonb not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  version       bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
comment on table role is 'TENANT: a role of the tenant''s own: what it inherits, grants and denies';
create index role_workspace on role (tenant_id, workspace_id) where workspace_id is not null;

-- A role is named, not referenced: the built-in ones have no row.
create table role_assignment (
  tenant_id     uuid not null,
  id            uuid not null,
  role          text not null,
  user_id       uuid,
  team_id       uuid,
  api_key_id    uuid,
  workspace_id  uuid,
  not_before    timestamptz,
  expires_at    timestamptz,
  created_by    uuid,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete cascade,
  foreign key (tenant_id, api_key_id) references api_key (tenant_id, id) on delete cascade,
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references membership (tenant_id, user_id),
  check (num_nonnulls(user_id, team_id, api_key_id) = 1),
  check (not_before < expires_at)
);
comment on table role_assignment is 'TENANT: a role given to a user, a team or an API key, for the tenant or one workspace, perhaps for a time';
create index role_assignment_created on role_assignment (tenant_id, created_at desc, id desc);
create index role_assignment_role on role_assignment (tenant_id, role, created_at desc, id desc);
create index role_assignment_user on role_assignment (tenant_id, user_id) where user_id is not null;
create index role_assignment_team on role_assignment (tenant_id, team_id) where team_id is not null;
create index role_assignment_api_key on role_assignment (tenant_id, api_key_id) where api_key_id is not null;
create index role_assignment_workspace on role_assignment (tenant_id, workspace_id) where workspace_id is not null;

-- In the database, so that it is right whoever writes. Once per transaction, and only when something changed that
-- decisions depend on: a sign-in is none. The row stays locked until the commit, so versions become visible in order.
-- Nothing depends on a workspace or a team without members, so that making one waits for nobody.
create function access_changed() returns trigger language plpgsql as $$
declare
  of_roles int := (tg_table_name in ('role', 'decision_type'))::int;
  tenants uuid[] := case when tg_level = 'ROW' then array[new.tenant_id] end;
begin
  if tg_level = 'STATEMENT' then
    select array_agg(distinct tenant_id) into tenants from changed;
  end if;
  insert into control.access_version as v (tenant_id, version, roles_version, changed_in)
  select tenant, 1, of_roles, pg_current_xact_id() from unnest(tenants) tenant
  on conflict (tenant_id) do update
    set version = v.version + (v.changed_in <> excluded.changed_in)::int,
      roles_version = v.roles_version + excluded.roles_version, changed_in = excluded.changed_in
    where v.changed_in <> excluded.changed_in or excluded.roles_version > 0;
  return null;
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array['role', 'role_assignment', 'membership', 'workspace_member', 'team_member'] loop
    execute format('create trigger %I after insert on %I referencing new table as changed'
      ' for each statement execute function access_changed()', watched || '_access_added', watched);
    execute format('create trigger %I after delete on %I referencing old table as changed'
      ' for each statement execute function access_changed()', watched || '_access_removed', watched);
  end loop;
end $$;
create trigger role_access_changed after update on role
  for each row when (old.* is distinct from new.*) execute function access_changed();
create trigger membership_access_changed after update on membership for each row
  when ((old.role, old.active, old.email) is distinct from (new.role, new.active, new.email)) execute function access_changed();
create trigger workspace_member_access_changed after update on workspace_member for each row
  when (old.role is distinct from new.role) execute function access_changed();

do $$
declare
  owned text;
begin
  foreach owned in array array['role', 'role_assignment'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on role to freehold_app;
grant select, insert, delete on role_assignment to freehold_app;
