-- What a tenant is warned of, found in its trail: how far the trail was looked at, what is remembered for it, and the alerts.

create table alert_cursor (
  tenant_id      uuid primary key,
  next_position  bigint not null check (next_position >= 0)
);
comment on table alert_cursor is 'TENANT: the place in the trail from which alerts are looked for next; whoever looks holds this row';

create table alert_rule_set (
  tenant_id   uuid primary key,
  rules       jsonb not null,
  updated_at  timestamptz not null,
  version     bigint not null
);
comment on table alert_rule_set is 'TENANT: what a tenant wants to be warned of, where that is not the default';

create table alert_trace (
  tenant_id  uuid not null,
  id         uuid not null,
  rule       text not null,
  subject    text not null,
  kind       text not null,
  times      jsonb not null,
  seen       int not null check (seen >= 0),
  last_at    timestamptz not null,
  primary key (tenant_id, id)
);
comment on table alert_trace is 'TENANT: what is remembered of a person or key for the rules: latest refusals and exports, hashes of places, hours of the day';
create index alert_trace_subject on alert_trace (tenant_id, rule, subject, kind);

create table security_alert (
  tenant_id        uuid not null,
  id               uuid not null,
  rule             text not null,
  severity         text not null,
  subject_type     text not null,
  subject_id       text not null check (length(subject_id) <= 100),
  summary          text not null check (length(summary) <= 300),
  status           text not null check (status in ('open', 'acknowledged', 'resolved')),
  count            bigint not null check (count > 0),
  first_at         timestamptz not null,
  last_at          timestamptz not null,
  first_event_id   uuid not null,
  last_event_id    uuid not null,
  told_at          timestamptz not null,
  acknowledged_at  timestamptz,
  acknowledged_by  uuid,
  resolved_at      timestamptz,
  resolved_by      uuid,
  comment          text check (length(comment) <= 1000),
  version          bigint not null,
  primary key (tenant_id, id),
  constraint security_alert_resolved check ((status = 'resolved') = (resolved_at is not null))
);
comment on table security_alert is 'TENANT: something in the trail that somebody should look at; more of the same is counted on it';
create unique index security_alert_open on security_alert (tenant_id, rule, subject_type, subject_id) where status <> 'resolved';
create index security_alert_subject on security_alert (tenant_id, rule, subject_type, subject_id, id);

do $$
declare
  owned text;
begin
  foreach owned in array array['alert_cursor', 'alert_rule_set', 'alert_trace', 'security_alert'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on alert_cursor, alert_rule_set, security_alert to freehold_app;
grant select, insert, update, delete on alert_trace to freehold_app;
