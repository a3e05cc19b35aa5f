-- What people are to be told by mail: one row for each recipient, written with the change that it tells of.

create table mail (
  tenant_id    uuid not null,
  id           uuid not null,
  user_id      uuid not null,
  subject      text not null check (length(subject) <= 200),
  content      jsonb not null,
  status       text not null check (status in ('queued', 'sent', 'given_up')),
  last_error   text check (length(last_error) <= 200),
  created_at   timestamptz not null,
  ended_at     timestamptz,
  version      bigint not null,
  primary key (tenant_id, id),
  constraint mail_ended check ((status = 'queued') = (ended_at is null))
);
comment on table mail is 'TENANT: mail to people of the tenant, whose addresses are looked up when it is sent';

alter table mail enable row level security;
alter table mail force row level security;
create policy tenant_isolation on mail using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, update, delete on mail to freehold_app;
