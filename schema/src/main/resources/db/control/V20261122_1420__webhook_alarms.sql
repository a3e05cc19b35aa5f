-- What keeps webhooks from being delivered by our own fault.

create table control.webhook_alarm (
  tenant_id  uuid not null,
  kind       text not null check (length(kind) <= 50),
  count      bigint not null check (count > 0),
  example    uuid,
  since      timestamptz not null,
  seen_at    timestamptz not null,
  primary key (tenant_id, kind)
);
comment on table control.webhook_alarm is 'PLATFORM: ledgers of webhooks that do not balance; empty when all is well';
grant select, insert, update, delete on control.webhook_alarm to freehold_app;

-- What failed by our own fault again and again is looked for without reading the queue.
create index delivery_due_failing on control.delivery_due (tenant_id) where failures >= 3;
