-- Feature flags: what they are, what they were, and what they are to become.

create table flag (
  tenant_id   uuid not null,
  id          uuid not null,
  key         text not null check (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  type        text not null check (type in ('boolean', 'string', 'number', 'json')),
  enabled     boolean not null,
  document    jsonb not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on table flag is 'TENANT: a feature flag with its variants and rules; type and enabled stand in the document too';
create index flag_updated on flag (tenant_id, updated_at desc, id desc);

create table flag_segment (
  tenant_id   uuid not null,
  id          uuid not null,
  key         text not null check (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  document    jsonb not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on table flag_segment is 'TENANT: a named part of all contexts that rules of flags can name';

-- By key: a flag that was deleted, and made anew by undoing that, keeps its history.
create table flag_history (
  tenant_id   uuid not null,
  id          uuid not null,
  flag_key    text not null,
  change      text not null check (change in ('created', 'updated', 'toggled', 'undone', 'deleted')),
  before      jsonb,
  after       jsonb,
  reason      text check (length(reason) <= 500),
  actor_type  text not null check (actor_type in ('user', 'api_key', 'system')),
  actor_id    uuid,
  actor_name  text,
  at          timestamptz not null,
  primary key (tenant_id, id),
  check (before is not null or after is not null)
);
comment on table flag_history is 'TENANT: who changed a feature flag, why, and what it was before and after; never changed';
create index flag_history_flag on flag_history (tenant_id, flag_key, at desc, id desc);

create table flag_schedule (
  tenant_id   uuid not null,
  id          uuid not null,
  flag_id     uuid not null,
  due_at      timestamptz not null,
  patch       jsonb not null,
  reason      text check (length(reason) <= 500),
  status      text not null check (status in ('planned', 'done', 'failed')),
  failure     text,
  actor_type  text not null check (actor_type in ('user', 'api_key', 'system')),
  actor_id    uuid,
  actor_name  text,
  created_at  timestamptz not null,
  ended_at    timestamptz,
  version     bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, flag_id) references flag (tenant_id, id) on delete cascade
);
comment on table flag_schedule is 'TENANT: a change of a feature flag that is to come, as a merge patch, and how it went';
create index flag_schedule_flag on flag_schedule (tenant_id, flag_id, due_at, id);

do $$
declare
  owned text;
begin
  foreach owned in array array['flag', 'flag_segment', 'flag_history', 'flag_schedule'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on flag, flag_segment, flag_schedule to freehold_app;
grant select, insert on flag_history to freehold_app;

-- As with access: in the database, so that it is right whoever writes, once per transaction, and locked until the commit.
create function flags_changed() returns trigger language plpgsql as $$
begin
  insert into control.flag_version as v (tenant_id, version, changed_in)
  select distinct tenant_id, 1, pg_current_xact_id() from changed
  on conflict (tenant_id) do update set version = v.version + 1, changed_in = excluded.changed_in
    where v.changed_in <> excluded.changed_in;
  return null;
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array['flag', 'flag_segment'] loop
    execute format('create trigger %I after insert on %I referencing new table as changed'
      ' for each statement execute function flags_changed()', watched || '_added', watched);
    execute format('create trigger %I after update on %I referencing new table as changed'
      ' for each statement execute function flags_changed()', watched || '_changed', watched);
    execute format('create trigger %I after delete on %I referencing old table as changed'
      ' for each statement execute function flags_changed()', watched || '_removed', watched);
  end loop;
end $$;
