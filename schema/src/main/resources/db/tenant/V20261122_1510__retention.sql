-- How long a tenant keeps its data, and what it must not delete.

create table retention_policy (
  tenant_id          uuid not null,
  id                 uuid not null,
  data_class         text not null check (data_class ~ '^[a-z][a-z_]{0,62}$'),
  days               int not null check (days between 1 and 36525),
  requires_approval  boolean not null,
  updated_by         uuid,
  loosened_by        uuid,
  updated_at         timestamptz not null,
  version            bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, data_class)
);
comment on table retention_policy is 'TENANT: for how many days a class of data is kept, where the tenant does not keep to the default';

create table legal_hold (
  tenant_id       uuid not null,
  id              uuid not null,
  name            text not null check (length(name) between 1 and 200),
  reason          text not null check (length(reason) between 1 and 2000),
  data_class      text check (data_class ~ '^[a-z][a-z_]{0,62}$'),
  person_id       uuid,
  project_id      uuid,
  from_time       timestamptz,
  until_time      timestamptz,
  placed_by       uuid not null,
  placed_at       timestamptz not null,
  released_by     uuid,
  released_at     timestamptz,
  release_reason  text check (length(release_reason) between 1 and 2000),
  version         bigint not null,
  primary key (tenant_id, id),
  check (from_time is null or until_time is null or from_time < until_time),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null)),
  -- Two people, whatever the server thinks.
  check (released_by is null or released_by <> placed_by)
);
comment on table legal_hold is 'TENANT: what must not be deleted, why, and who said so; never removed, only released by somebody else';
create index legal_hold_placed on legal_hold (tenant_id, placed_at desc, id desc);
create index legal_hold_active on legal_hold (tenant_id) where released_at is null;

do $$
declare
  owned text;
begin
  foreach owned in array array['retention_policy', 'legal_hold'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on retention_policy, legal_hold to freehold_app;

-- The one place that says which hold covers a row of a class, the first one placed: asked in each statement that deletes. A hold on a person or project covers
-- only what is known to be theirs.
create function covering_hold(class text, person uuid, project uuid, moment timestamptz) returns uuid
language sql stable as $$
  select h.id from legal_hold h
    where h.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and h.released_at is null
      and (h.data_class is null or h.data_class = class)
      and (h.person_id is null or h.person_id = person)
      and (h.project_id is null or h.project_id = project)
      and (h.from_time is null or moment >= h.from_time)
      and (h.until_time is null or moment < h.until_time)
    order by h.placed_at, h.id limit 1
$$;

create function held(class text, person uuid, project uuid, moment timestamptz) returns boolean
language sql stable as $$
  select covering_hold(class, person, project, moment) is not null
$$;

-- Of events: people stand there by a handle, or only in what is disclosed apart.
create function audit_event_held(event audit_event) returns boolean
language sql stable as $$
  select exists (select from legal_hold h
    left join audit_subject s on s.tenant_id = h.tenant_id and s.subject_id = h.person_id
    where h.tenant_id = event.tenant_id and h.released_at is null
      and (h.data_class is null or h.data_class = 'audit_events')
      and (h.project_id is null or h.project_id = event.project_id)
      and (h.from_time is null or event.recorded_at >= h.from_time)
      and (h.until_time is null or event.recorded_at < h.until_time)
      and (h.person_id is null or s.handle = event.actor_handle or s.handle = event.resource_id
        or exists (select from audit_disclosure d
          where d.tenant_id = event.tenant_id and d.event_id = event.id and d.subject_id = h.person_id)))
$$;
