-- Runs of batch jobs. The batch runtime's own tables tell it where to go on; these tell people, and every node, what is going on.

create table job_run (
  tenant_id        uuid not null,
  id               uuid not null,
  job              text not null check (length(job) between 1 and 100),
  status           text not null check (status in ('queued', 'running', 'stopping', 'completed', 'failed', 'stopped', 'abandoned')),
  parameters       jsonb not null,
  triggered_by     text not null check (triggered_by in ('request', 'schedule')),
  started_by_type  text not null,
  started_by_id    uuid,
  started_by_name  text,
  request_id       text not null,
  schedule_id      uuid,
  fire_at          timestamptz,
  node             text,
  batch_execution  bigint,
  executions       int not null,
  created_at       timestamptz not null,
  started_at       timestamptz,
  ended_at         timestamptz,
  heartbeat_at     timestamptz,
  total            bigint,
  unit             text not null,
  message          text,
  exit_status      text,
  error            text,
  version          bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, schedule_id, fire_at)
);
comment on table job_run is 'TENANT: one run of a batch job; the number of executions fences off a node that was taken for dead';
create index job_run_created on job_run (tenant_id, created_at desc, id desc);
create index job_run_job on job_run (tenant_id, job, created_at desc, id desc);

create table job_run_part (
  tenant_id  uuid not null,
  run_id     uuid not null,
  part       int not null,
  done       bigint not null,
  counts     jsonb not null,
  primary key (tenant_id, run_id, part),
  foreign key (tenant_id, run_id) references job_run (tenant_id, id) on delete cascade
);
comment on table job_run_part is 'TENANT: what one partition of a run has done';

create table job_run_log (
  tenant_id  uuid not null,
  id         uuid not null,
  run_id     uuid not null,
  logged_at  timestamptz not null,
  level      text not null check (level in ('info', 'warning', 'error')),
  message    text not null check (length(message) <= 2000),
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references job_run (tenant_id, id) on delete cascade
);
comment on table job_run_log is 'TENANT: what a run had to say, line by line';
create index job_run_log_run on job_run_log (tenant_id, run_id, logged_at, id);

create table job_schedule (
  tenant_id     uuid not null,
  id            uuid not null,
  job           text not null check (length(job) between 1 and 100),
  cron          text not null check (length(cron) <= 100),
  zone          text not null,
  parameters    jsonb not null,
  enabled       boolean not null,
  next_fire_at  timestamptz,
  last_fire_at  timestamptz,
  last_run_id   uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  version       bigint not null,
  primary key (tenant_id, id)
);
comment on table job_schedule is 'TENANT: when a job is started by itself';
create index job_schedule_created on job_schedule (tenant_id, created_at, id);

do $$
declare
  owned text;
begin
  foreach owned in array array['job_run', 'job_run_part', 'job_run_log', 'job_schedule'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on job_run, job_run_part, job_run_log, job_schedule to freehold_app;
