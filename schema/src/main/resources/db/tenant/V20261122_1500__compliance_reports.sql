-- Reports over the trail. A report keeps what it was computed over and what came out; its documents are made of that when they are asked for.

create table compliance_report (
  tenant_id        uuid not null,
  id               uuid not null,
  framework        text not null check (length(framework) between 1 and 20),
  period_from      timestamptz not null,
  period_to        timestamptz not null check (period_to > period_from),
  run_id           uuid not null,
  created_at       timestamptz not null,
  log              text,
  begin_position   bigint check (begin_position >= 0),
  end_position     bigint check (end_position >= begin_position),
  root             bytea check (length(root) = 32),
  checkpoint       text,
  consistency      jsonb not null,
  checked_to       bigint,
  damage           jsonb not null,
  damaged          bigint not null,
  removed          jsonb not null default '[]',
  satisfied        int,
  not_satisfied    int,
  not_attestable   int,
  no_population    int,
  result_hash      text check (length(result_hash) = 64),
  completed_at     timestamptz,
  version          bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, run_id)
);
comment on table compliance_report is 'TENANT: a report of a framework over a period of the trail: the range and the root that it saw, and what is wrong with them';
create index compliance_report_created on compliance_report (tenant_id, created_at desc, id desc);

create table compliance_answer (
  tenant_id    uuid not null,
  report_id    uuid not null,
  question     text not null check (length(question) between 1 and 10),
  ordinal      int not null,
  answer       jsonb,
  answered_at  timestamptz,
  primary key (tenant_id, report_id, question),
  foreign key (tenant_id, report_id) references compliance_report (tenant_id, id) on delete cascade
);
comment on table compliance_answer is 'TENANT: what a question of a report found; without an answer it is still to be asked';

do $$
declare
  owned text;
begin
  foreach owned in array array['compliance_report', 'compliance_answer'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on compliance_report, compliance_answer to freehold_app;

-- What reports ask, and auditors with them: events that have their place, with the rights of whoever asks.
create view sealed_event with (security_invoker = true) as
  select l.tenant_id, l.position, e.id, e.recorded_at as at, e.action, e.actor_type, e.actor_handle as actor,
    e.resource_type, e.resource_id as resource, e.success, e.severity, leaf_json(e.leaf) as leaf,
    leaf_json(e.leaf) ->> 'observer' as observer
  from audit_leaf l join audit_event e on e.tenant_id = l.tenant_id and e.id = l.event_id;
comment on view sealed_event is 'The events of the trail that have their place in its tree; leaf is the text that was hashed, observer who told it (freehold: its own events), the rest its columns for search';
grant select on sealed_event to freehold_app;
