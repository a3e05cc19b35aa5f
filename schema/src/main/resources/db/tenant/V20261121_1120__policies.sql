-- Rules with conditions that a tenant makes for itself, beside what roles give.

create table access_policy (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  description  text check (length(description) <= 10000),
  effect       text not null check (effect in ('allow', 'deny')),
  priority     int not null check (priority between -1000000 and 1000000),
  report_only  boolean not null,
  enabled      boolean not null,
  not_before   timestamptz,
  expires      timestamptz,
  target       jsonb not null,
  condition    jsonb,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  check (not_before < expires)
);
comment on table access_policy is 'TENANT: a rule with a condition: whom it is about, what it allows or denies, and when';
create index access_policy_priority on access_policy (tenant_id, priority, id);

alter table access_policy enable row level security;
alter table access_policy force row level security;
create policy tenant_isolation on access_policy using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on access_policy to freehold_app;
