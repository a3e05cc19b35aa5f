-- Deliveries that are tried again, how their endpoints fare, and what each attempt said and heard.

alter table delivery add column reason text check (length(reason) <= 100);
-- Each was attempted once so far. As defaults these write no row anew, however long the history is.
alter table delivery add column attempt_count int not null default 1;
alter table delivery alter column attempt_count set default 0;
alter table delivery add column next_attempt_at timestamptz;
alter table delivery add column sequence bigint check (sequence > 0);
alter table delivery add column replay_id uuid;
alter table delivery add column lane text not null default 'normal' check (lane in ('normal', 'replay'));

alter table delivery_attempt add column number int default 1 check (number > 0);
alter table delivery_attempt alter column number drop default;
alter table delivery_attempt add column ip_address text check (length(ip_address) <= 45);
alter table delivery_attempt add column request_headers jsonb;
alter table delivery_attempt add column response_headers jsonb;

create table endpoint_health (
  tenant_id             uuid not null,
  endpoint_id           uuid not null,
  last_sequence         bigint not null default 0,
  failing_since         timestamptz,
  last_success_at       timestamptz,
  consecutive_failures  int not null default 0,
  open_until            timestamptz,
  warned                int not null default 0 check (warned in (0, 50, 90)),
  primary key (tenant_id, endpoint_id)
) with (fillfactor = 60);
comment on table endpoint_health is 'TENANT: how a webhook endpoint fares, apart from the row that people edit';

alter table endpoint_health enable row level security;
alter table endpoint_health force row level security;
create policy tenant_isolation on endpoint_health using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on endpoint_health to freehold_app;

-- What is there already: the owner sees it only while the policies are not forced upon the owner.
alter table delivery no force row level security;
alter table delivery_attempt no force row level security;

alter table delivery drop constraint delivery_status_check;
update delivery d set attempt_count =
  (select count(*) from delivery_attempt a where a.tenant_id = d.tenant_id and a.delivery_id = d.id)
where d.status in ('pending', 'skipped');
update delivery d set status = 'exhausted', reason = case when exists
  (select from delivery_attempt a where a.tenant_id = d.tenant_id and a.delivery_id = d.id and a.status_code = 410)
  then 'gone' else 'retries_exhausted' end
where d.status = 'failed';
alter table delivery add constraint delivery_status_check check (status in ('pending', 'delivered', 'exhausted', 'skipped'));

insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)
select w.tenant_id, null, w.subject_id, w.due_at from control.work_item w where w.kind = 'webhook_message'
union all
select w.tenant_id, d.endpoint_id, d.id, w.due_at
from control.work_item w
join delivery d on d.tenant_id = w.tenant_id and d.id = w.subject_id
where w.kind = 'webhook_delivery' and d.status = 'pending'
on conflict do nothing;
delete from control.work_item where kind in ('webhook_message', 'webhook_delivery');
update delivery d set next_attempt_at = q.due_at
from control.delivery_due q
where d.tenant_id = q.tenant_id and d.id = q.subject_id and q.endpoint_id is not null;

alter table metric_day no force row level security;
update metric_day set metric = 'webhooks_exhausted' where metric = 'webhooks_failed';
alter table metric_day force row level security;

alter table delivery force row level security;
alter table delivery_attempt force row level security;
