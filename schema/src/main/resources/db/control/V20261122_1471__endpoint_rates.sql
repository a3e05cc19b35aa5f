-- How fast endpoints are called, for all nodes together. Lost when the database crashes, and nobody would miss it.

create unlogged table control.endpoint_rate (
  tenant_id    uuid not null,
  endpoint_id  uuid not null,
  free_at      timestamptz not null,
  granted      int not null,
  primary key (tenant_id, endpoint_id)
) with (fillfactor = 60);
comment on table control.endpoint_rate is 'QUEUE: when endpoints that want to be called slowly may be called; ids and times only';
create index endpoint_rate_free on control.endpoint_rate (free_at);
grant select, insert, update, delete on control.endpoint_rate to freehold_worker;
grant select, delete on control.endpoint_rate to freehold_app;
