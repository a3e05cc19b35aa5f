-- Types of events of tenants' own products, and room for a payload of 256 KiB in a body.

create table webhook_event_type (
  tenant_id       uuid not null,
  id              uuid not null,
  type            text not null check (length(type) <= 100),
  description     text not null check (length(description) <= 1000),
  schema          jsonb,
  example         jsonb,
  schema_version  int not null check (schema_version > 0),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         bigint not null,
  primary key (tenant_id, id)
);
comment on table webhook_event_type is 'TENANT: a type of event that the tenant''s own product sends';
create unique index webhook_event_type_type on webhook_event_type (tenant_id, type);

alter table webhook_event_type enable row level security;
alter table webhook_event_type force row level security;
create policy tenant_isolation on webhook_event_type using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on webhook_event_type to freehold_app;

alter table message drop constraint message_body_check;
alter table message add constraint message_body_check check (length(body) <= 263168);

-- A message that somebody asked for to see whether it arrives at one endpoint.
alter table message add column test boolean not null default false;
