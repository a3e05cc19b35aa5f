-- Where a tenant's trail is forwarded to, and how far each has taken it.

create table forwarding_destination (
  tenant_id              uuid not null,
  id                     uuid not null,
  name                   text not null check (length(name) <= 100),
  kind                   text not null check (kind in ('https', 'syslog_tcp', 'syslog_tls')),
  address                text not null check (length(address) <= 500),
  sealed_authorization   bytea,
  ca_certificate         text check (length(ca_certificate) <= 20000),
  status                 text not null check (status in ('enabled', 'paused')),
  status_reason          text check (length(status_reason) <= 300),
  next_position          bigint not null check (next_position >= 0),
  sending_token          uuid,
  sending_until          timestamptz,
  last_success_at        timestamptz,
  failing_since          timestamptz,
  last_error             text check (length(last_error) <= 300),
  created_at             timestamptz not null,
  updated_at             timestamptz not null,
  version                bigint not null,
  primary key (tenant_id, id),
  constraint forwarding_destination_sending check ((sending_token is null) = (sending_until is null))
);
comment on table forwarding_destination is 'TENANT: where the trail is forwarded to, and the place from which it is forwarded next; the authorization is encrypted';

alter table forwarding_destination enable row level security;
alter table forwarding_destination force row level security;
create policy tenant_isolation on forwarding_destination using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on forwarding_destination to freehold_app;
