-- Rules with conditions that a tenant makes for itself, beside what roles give.

create table access_policy (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  description  text check (length(description) <= 10000),
  effect       text not null check (effect in ('allow', 'deny')),
  priority     int not null check (priority between -1000000 and 1000000),
  report_only  boolean not null,
  enabled      boolean not null,
  not_before   timestamptz,
  expires      timestamptz,
  target       jsonb not null,
  condition    jsonb,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  check (not_before < expires)
);
comment on table access_policy is 'TENANT: a rule with a condition: whom it is about, what it allows or denies, and when';
create index access_policy_priority on access_policy (tenant_id, priority, id);

alter table access_policy enable row level security;
alter table access_policy force row level security;
create policy tenant_isolation on access_policy using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on access_policy to freehold_app;

-- What decides over access beside roles, members and teams.
do $$
declare
  watched text;
begin
  foreach watched in array array['access_policy', 'api_key'] loop
    execute format('create trigger %I after insert on %I referencing new table as changed'
      ' for each statement execute function access_changed()', watched || '_access_added', watched);
    execute format('create trigger %I after delete on %I referencing old table as changed'
      ' for each statement execute function access_changed()', watched || '_access_removed', watched);
  end loop;
end $$;
create trigger access_policy_access_changed after update on access_policy
  for each row when (old.* is distinct from new.*) execute function access_changed();
create trigger api_key_access_changed after update on api_key for each row
  when ((old.role, old.permissions, old.revoked_at) is distinct from (new.role, new.permissions, new.revoked_at))
  execute function access_changed();
