-- The outbox of domain events, who wants them, and how sending them went. What grows for ever is partitioned by time.

create table webhook_endpoint (
  tenant_id        uuid not null,
  id               uuid not null,
  url              text not null check (length(url) <= 2000),
  description      text,
  events           jsonb not null,
  timeout_seconds  int not null check (timeout_seconds between 1 and 30),
  status           text not null check (status in ('enabled', 'paused', 'disabled')),
  status_reason    text,
  sealed_secret    bytea not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint not null,
  primary key (tenant_id, id)
);
comment on table webhook_endpoint is 'TENANT: where a tenant wants to hear of events; the secret is encrypted';
create index webhook_endpoint_created on webhook_endpoint (tenant_id, created_at, id);

create table message (
  tenant_id   uuid not null,
  id          uuid not null,
  type        text not null check (length(type) <= 100),
  body        text not null check (length(body) <= 262144),
  created_at  timestamptz not null,
  spread_at   timestamptz,
  primary key (tenant_id, id)
) partition by range (id);
comment on table message is 'TENANT: one domain event; body is the exact text that is signed and sent';
create index message_created on message (tenant_id, created_at desc, id desc);
create index message_type on message (tenant_id, type, created_at desc, id desc);

create table delivery (
  tenant_id    uuid not null,
  id           uuid not null,
  message_id   uuid not null,
  endpoint_id  uuid not null,
  type         text not null,
  status       text not null check (status in ('pending', 'delivered', 'failed', 'skipped')),
  created_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (tenant_id, id)
) partition by range (id);
comment on table delivery is 'TENANT: one message to one endpoint; the endpoint may be gone since';
create index delivery_created on delivery (tenant_id, created_at desc, id desc);
create index delivery_endpoint on delivery (tenant_id, endpoint_id, created_at desc, id desc);
create index delivery_message on delivery (tenant_id, message_id);

create table delivery_attempt (
  tenant_id         uuid not null,
  id                uuid not null,
  delivery_id       uuid not null,
  attempted_at      timestamptz not null,
  status_code       int,
  error             text,
  duration_ms       int not null,
  response_excerpt  text check (length(response_excerpt) <= 1024),
  node              text not null,
  primary key (tenant_id, id)
) partition by range (id);
comment on table delivery_attempt is 'TENANT: one HTTP call, as it went';
create index delivery_attempt_delivery on delivery_attempt (tenant_id, delivery_id);

do $$
declare
  grown text;
  month timestamptz;
begin
  foreach grown in array array['message', 'delivery', 'delivery_attempt'] loop
    for n in 0 .. 35 loop
      month := timestamptz '2026-11-01 00:00:00+00' + make_interval(months => n);
      execute format('create table %I partition of %I for values from (%L) to (%L)',
        grown || '_' || to_char(month at time zone 'UTC', 'YYYYMM'), grown,
        first_uuid_of(month), first_uuid_of(month + interval '1 month'));
    end loop;
    execute format('create table %I partition of %I default', grown || '_rest', grown);
  end loop;
end $$;

do $$
declare
  owned text;
begin
  foreach owned in array array['webhook_endpoint', 'message', 'delivery', 'delivery_attempt'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on webhook_endpoint to freehold_app;
grant select, insert, update on message, delivery to freehold_app;
grant select, insert on delivery_attempt to freehold_app;
