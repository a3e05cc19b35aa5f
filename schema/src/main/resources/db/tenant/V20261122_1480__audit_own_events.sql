-- Events that the tenant's product records: each of its own ids is recorded once.

create table audit_own_event (
  tenant_id     uuid not null,
  own_id        text not null check (length(own_id) between 1 and 100),
  event_id      uuid not null,
  content_hash  bytea not null check (length(content_hash) = 32),
  recorded_at   timestamptz not null,
  primary key (tenant_id, own_id)
);
comment on table audit_own_event is 'TENANT: under which ids of its own the product recorded events of the last weeks, so that a repetition is no second event';
create index audit_own_event_age on audit_own_event (tenant_id, recorded_at);

alter table audit_own_event enable row level security;
alter table audit_own_event force row level security;
create policy tenant_isolation on audit_own_event using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, delete on audit_own_event to freehold_app;
