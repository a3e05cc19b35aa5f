-- Releases and their deployments. What a deployment did to its target is in the target's own journal; these tell people, and recovery, how far it is.

create table release (
  tenant_id      uuid not null,
  id             uuid not null,
  ref            text not null check (ref ~ '^rel_[0-9]{8}_[0-9]{4}(_[0-9]{1,6})?$'),
  project_id     uuid,
  semver         text not null check (length(semver) between 5 and 64),
  name           text not null check (length(name) between 1 and 200),
  description    text check (length(description) <= 10000),
  notes          text check (length(notes) <= 10000),
  status         text not null check (status in ('draft', 'prepared', 'released', 'failed', 'rolled_back')),
  external       boolean not null,
  bundle         jsonb,
  bundle_digest  text check (bundle_digest ~ '^sha256:[0-9a-f]{64}$'),
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, ref),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  check ((bundle is null) = (bundle_digest is null))
);
comment on table release is 'TENANT: a bundle of changes under one version, on its way through environments; the bundle never changes once it is there';
create index release_created on release (tenant_id, created_at desc, id desc);
create index release_project on release (tenant_id, project_id, created_at desc, id desc);
-- Of one project, or of the tenant itself; what was released by other means may say any version.
create unique index release_version on release (tenant_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'), semver)
  where not external;

create table deployment (
  tenant_id            uuid not null,
  id                   uuid not null,
  release_id           uuid not null,
  environment_id       uuid not null,
  environment          text not null check (length(environment) <= 100),
  from_environment_id  uuid,
  status               text not null check (status in ('planned', 'awaiting_approval', 'promoting', 'verifying', 'soaking', 'live',
                         'superseded', 'failed', 'rolling_back', 'rolled_back', 'discarded')),
  plan                 jsonb not null,
  manifest             jsonb not null,
  manifest_digest      text not null check (manifest_digest ~ '^sha256:[0-9a-f]{64}$'),
  start_fingerprint    text,
  start_catalog        jsonb,
  end_fingerprint      text,
  findings             jsonb not null,
  findings_info        int not null,
  findings_warning     int not null,
  findings_error       int not null,
  dry_run              jsonb,
  backup               jsonb,
  backup_waiver        text check (length(backup_waiver) <= 2000),
  health               jsonb,
  failure              jsonb,
  approvals_given      int not null,
  approvals_required   int not null,
  steps_done           int not null check (steps_done >= 0),
  steps_total          int not null check (steps_total >= 0),
  planned_by           uuid,
  planned_at           timestamptz not null,
  requested_by         uuid,
  promoting_at         timestamptz,
  live_at              timestamptz,
  soaked_at            timestamptz,
  ended_at             timestamptz,
  rollback_reason      text check (length(rollback_reason) <= 2000),
  rollback_automatic   boolean,
  rollback_by          uuid,
  rollback_drifted     boolean,
  rollback_losses      text check (rollback_losses ~ '^sha256:[0-9a-f]{64}(\.[0-9]{1,18})*$'),
  previous_id          uuid,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  version              bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, release_id) references release (tenant_id, id) on delete cascade,
  foreign key (tenant_id, environment_id) references environment (tenant_id, id)
);
comment on table deployment is 'TENANT: a release planned for one environment, and what became of it there';
create index deployment_release on deployment (tenant_id, release_id, id);
create index deployment_environment on deployment (tenant_id, environment_id, id desc);
-- Whoever comes second to an environment finds it taken, whatever node it asks.
create unique index deployment_at_work on deployment (tenant_id, environment_id) where status in ('promoting', 'verifying', 'rolling_back');
create unique index deployment_live on deployment (tenant_id, environment_id) where status in ('soaking', 'live');
create unique index deployment_open on deployment (tenant_id, release_id, environment_id) where status in ('planned', 'awaiting_approval');

create table deployment_log (
  tenant_id      uuid not null,
  id             uuid not null,
  deployment_id  uuid not null,
  at             timestamptz not null,
  level          text not null check (level in ('info', 'warning', 'error')),
  step           int,
  message        text not null check (length(message) <= 2000),
  primary key (tenant_id, id),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id) on delete cascade
);
comment on table deployment_log is 'TENANT: what a deployment had to say, line by line';
create index deployment_log_deployment on deployment_log (tenant_id, deployment_id, at, id);

do $$
declare
  owned text;
begin
  foreach owned in array array['release', 'deployment', 'deployment_log'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on release, deployment to freehold_app;
grant select, insert on deployment_log to freehold_app;
