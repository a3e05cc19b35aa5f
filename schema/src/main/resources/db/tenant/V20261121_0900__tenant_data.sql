-- What tenants own. Every table here: tenant_id first in the key, forced row-level security, no sequence,
-- no foreign key into another schema, so that a tenant can live in a schema or database of its own.
-- Names are unqualified: the placement of the tenant decides the schema.

create table workspace (
  tenant_id    uuid not null,
  id           uuid not null,
  slug         text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name         text not null check (length(name) between 1 and 200),
  description  text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
comment on table workspace is 'TENANT: a part of a tenant with its own members';

create table membership (
  tenant_id      uuid not null,
  user_id        uuid not null,
  email          text not null,
  name           text not null check (length(name) between 1 and 200),
  role           text not null,
  department     text,
  active         boolean not null,
  last_login_at  timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        bigint not null,
  primary key (tenant_id, user_id),
  unique (tenant_id, email)
);
comment on table membership is 'TENANT: ties a user to the tenant, with a role';

create index membership_created on membership (tenant_id, created_at, user_id);

create table workspace_member (
  tenant_id     uuid not null,
  id            uuid not null,
  workspace_id  uuid not null,
  user_id       uuid not null,
  role          text not null,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, workspace_id, user_id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id)
);
comment on table workspace_member is 'TENANT: a member of a workspace, with the role held in it';
create index workspace_member_user on workspace_member (tenant_id, user_id);

create table team (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  description  text,
  department   text,
  manager_id   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, manager_id) references membership (tenant_id, user_id)
);
comment on table team is 'TENANT: a named group of members with a manager';

create table team_member (
  tenant_id   uuid not null,
  id          uuid not null,
  team_id     uuid not null,
  user_id     uuid not null,
  role        text not null check (role in ('member', 'manager')),
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, team_id, user_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id)
);
comment on table team_member is 'TENANT: who is in a team';
create index team_member_user on team_member (tenant_id, user_id);

create table project (
  tenant_id                uuid not null,
  id                       uuid not null,
  workspace_id             uuid,
  name                     text not null check (length(name) between 1 and 200),
  description              text,
  repo_url                 text,
  owner_id                 uuid,
  team_id                  uuid,
  department               text,
  business_unit            text,
  cost_center              text,
  status                   text not null check (status in ('active', 'paused', 'completed', 'archived')),
  priority                 text not null check (priority in ('low', 'medium', 'high', 'critical')),
  priority_rank            smallint not null check (priority_rank between 1 and 4),
  start_date               date,
  end_date                 date,
  budget_allocated         numeric(15, 2),
  requires_approval        boolean not null,
  review_due_date          date,
  security_level           text not null check (security_level in ('public', 'internal', 'confidential', 'restricted')),
  data_classification      text not null check (data_classification in ('none', 'PII', 'PHI', 'financial')),
  compliance_requirements  jsonb not null,
  visibility               text not null check (visibility in ('public', 'team', 'private')),
  allowed_email_domains    jsonb not null,
  allowed_ips              jsonb not null,
  primary_language         text,
  frameworks               jsonb not null,
  code_coverage_target     numeric(5, 2) not null,
  test_success_target      numeric(5, 2),
  deployment_frequency     text,
  lead_time_hours          numeric(10, 2),
  mttr_hours               numeric(10, 2),
  estimated_cost           numeric(15, 2),
  actual_cost              numeric(15, 2),
  business_value           text,
  kpis                     jsonb not null,
  stakeholders             jsonb not null,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  version                  bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id),
  foreign key (tenant_id, owner_id) references membership (tenant_id, user_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  check (end_date is null or start_date is null or end_date >= start_date)
);
comment on table project is 'TENANT: a project with all its governance fields';
create index project_created on project (tenant_id, created_at desc, id desc);
create index project_name on project (tenant_id, name, id);
create index project_updated on project (tenant_id, updated_at, id);
create index project_priority on project (tenant_id, priority_rank, id);
create index project_owner on project (tenant_id, owner_id);
create index project_team on project (tenant_id, team_id);
create index project_workspace on project (tenant_id, workspace_id);

-- Stakeholders as rows too: "may this person see it" must be an indexable condition, and jsonb operators are not leakproof.
create table project_participant (
  tenant_id   uuid not null,
  project_id  uuid not null,
  user_id     uuid not null,
  primary key (tenant_id, project_id, user_id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id)
);
comment on table project_participant is 'TENANT: the stakeholders of a project, who may see it';
create index project_participant_user on project_participant (tenant_id, user_id);

create table task (
  tenant_id       uuid not null,
  id              uuid not null,
  project_id      uuid not null,
  title           text not null check (length(title) between 1 and 200),
  description     text,
  status          text not null check (status in ('todo', 'in_progress', 'in_review', 'done', 'cancelled')),
  priority        text not null check (priority in ('low', 'medium', 'high', 'critical')),
  assignee_id     uuid,
  due_date        date,
  estimate_hours  numeric(8, 2),
  completed_at    timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, assignee_id) references membership (tenant_id, user_id)
);
comment on table task is 'TENANT: a piece of work in a project';
create index task_project on task (tenant_id, project_id, created_at desc, id desc);
create index task_created on task (tenant_id, created_at desc, id desc);
create index task_updated on task (tenant_id, updated_at, id);
create index task_title on task (tenant_id, title, id);
create index task_assignee on task (tenant_id, assignee_id);

create table idempotency_key (
  tenant_id     uuid not null,
  actor_id      uuid not null,
  key           text not null check (length(key) <= 255),
  request_hash  bytea not null,
  result        jsonb,
  created_at    timestamptz not null,
  primary key (tenant_id, actor_id, key)
);
comment on table idempotency_key is 'TENANT: what a POST with an Idempotency-Key answered, kept 24 hours';
create index idempotency_key_created on idempotency_key (tenant_id, created_at);

create table audit_subject (
  tenant_id   uuid not null,
  subject_id  uuid not null,
  handle      uuid not null,
  sealed_key  bytea not null,
  primary key (tenant_id, subject_id),
  unique (tenant_id, handle)
);
comment on table audit_subject is 'TENANT: the pseudonym of a person in the trail, and the key that seals their disclosures';

create table audit_event (
  tenant_id            uuid not null,
  id                   uuid not null,
  leaf                 bytea not null check (length(leaf) <= 65535),
  recorded_at          timestamptz not null,
  action               text not null,
  actor_type           text not null,
  actor_handle         uuid,
  resource_type        text,
  resource_id          uuid,
  project_id           uuid,
  success              boolean not null,
  severity             text not null check (severity in ('INFO', 'WARNING', 'ERROR', 'CRITICAL')),
  pii_accessed         boolean not null,
  compliance_relevant  boolean not null,
  request_id           text,
  primary key (tenant_id, id)
) partition by range (id);
comment on table audit_event is 'TENANT: one thing that someone did or was refused; leaf holds the exact bytes that are hashed, the rest is for search';
create index audit_event_action on audit_event (tenant_id, action, id desc);
create index audit_event_actor on audit_event (tenant_id, actor_handle, id desc);
create index audit_event_resource on audit_event (tenant_id, resource_id, id desc);
create index audit_event_project on audit_event (tenant_id, project_id, id desc);

create table audit_disclosure (
  tenant_id   uuid not null,
  event_id    uuid not null,
  path        text not null,
  subject_id  uuid not null,
  sealed      bytea not null,
  primary key (tenant_id, event_id, path)
);
comment on table audit_disclosure is 'TENANT: salt and value behind a commitment in a leaf, sealed with the key of the person; deleting it erases';

-- The smallest UUIDv7 of a moment: partitions by id are partitions by time.
create function first_uuid_of(moment timestamptz) returns uuid language sql immutable strict as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7000' || '8000000000000000')::uuid
$$;

do $$
declare
  month timestamptz;
begin
  for n in 0 .. 35 loop
    month := timestamptz '2026-11-01 00:00:00+00' + make_interval(months => n);
    execute format('create table %I partition of audit_event for values from (%L) to (%L)',
      'audit_event_' || to_char(month at time zone 'UTC', 'YYYYMM'),
      first_uuid_of(month), first_uuid_of(month + interval '1 month'));
  end loop;
  create table audit_event_rest partition of audit_event default;
end $$;

do $$
declare
  owned text;
begin
  foreach owned in array array['workspace', 'membership', 'workspace_member', 'team', 'team_member', 'project',
      'project_participant', 'task', 'idempotency_key', 'audit_subject', 'audit_event', 'audit_disclosure'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant usage on schema tenant to freehold_app;
grant select, insert, update, delete on workspace, membership, workspace_member, team, team_member, project,
  project_participant, task, idempotency_key to freehold_app;
grant select, insert, delete on audit_subject, audit_disclosure to freehold_app;
grant select, insert on audit_event to freehold_app;
grant select on flyway_history to freehold_app;
