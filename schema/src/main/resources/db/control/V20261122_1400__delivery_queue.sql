-- What webhooks have to do: messages that must find their receivers, and deliveries that must be made.
-- Narrow, and deleted from on completion: it is as long as what waits, however much was ever sent.

create table control.delivery_due (
  tenant_id    uuid not null,
  endpoint_id  uuid,
  subject_id   uuid not null,
  lane         text not null default 'normal' check (lane in ('normal', 'replay')),
  due_at       timestamptz not null,
  lease_until  timestamptz,
  fence        bigint not null default 0,
  failures     int not null default 0,
  primary key (tenant_id, subject_id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
comment on table control.delivery_due is 'QUEUE: messages to spread (no endpoint) and deliveries to make; ids and times only';

-- A claim changes no indexed column, so that it costs the indexes nothing.
create index delivery_due_unspread on control.delivery_due (tenant_id, due_at) where endpoint_id is null;
create index delivery_due_at on control.delivery_due (lane, due_at) where endpoint_id is not null;
create index delivery_due_endpoint on control.delivery_due (lane, tenant_id, endpoint_id, due_at) where endpoint_id is not null;

grant select, insert, update, delete on control.delivery_due to freehold_app;
grant select, update, delete on control.delivery_due to freehold_worker;
