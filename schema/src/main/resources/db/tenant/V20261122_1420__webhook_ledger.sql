-- What was sent again, and what shows that no message was lost.

create table webhook_replay (
  tenant_id        uuid not null,
  id               uuid not null,
  kind             text not null check (kind in ('one', 'many', 'redrive')),
  endpoint_id      uuid,
  from_at          timestamptz,
  to_at            timestamptz,
  statuses         jsonb not null,
  types            jsonb,
  rate_per_minute  int not null check (rate_per_minute between 1 and 6000),
  status           text not null check (status in ('running', 'completed', 'cancelled')),
  total            bigint not null check (total >= 0),
  made             bigint not null check (made >= 0),
  all_made         boolean not null,
  reached_at       timestamptz,
  reached_id       uuid,
  started_by       uuid,
  created_at       timestamptz not null,
  stepped_at       timestamptz not null,
  ended_at         timestamptz,
  version          bigint not null,
  primary key (tenant_id, id)
);
comment on table webhook_replay is 'TENANT: deliveries that are made again, oldest first; how far that has come is kept in the transaction that makes them';
create index webhook_replay_created on webhook_replay (tenant_id, created_at desc, id desc);
create index webhook_replay_running on webhook_replay (tenant_id, endpoint_id) where status = 'running';
create index delivery_replay on delivery (tenant_id, replay_id, status) where replay_id is not null;
create index delivery_dead on delivery (tenant_id, created_at, id) where status in ('exhausted', 'skipped');

create table webhook_ledger (
  tenant_id  uuid not null,
  day        date not null,
  shard      int not null,
  spread     bigint not null,
  created    bigint not null,
  sequenced  bigint not null,
  delivered  bigint not null,
  exhausted  bigint not null,
  skipped    bigint not null,
  primary key (tenant_id, day, shard)
) with (fillfactor = 60);
comment on table webhook_ledger is 'TENANT: messages that were spread and deliveries, by the day of UTC on which they were made, counted with every change; a shard is a database connection, -1 what was folded; the sum counts';
comment on table endpoint_health is 'TENANT: how a webhook endpoint fares, apart from the row that people edit; kept when the endpoint is deleted, as the ledger adds up the numbers that were given out';

create table webhook_ledger_check (
  tenant_id    uuid primary key,
  checked_at   timestamptz not null,
  suspected    jsonb not null,
  findings     jsonb not null,
  seen         jsonb not null,
  day          date not null,
  day_created  bigint not null,
  reached_at   timestamptz,
  reached_id   uuid,
  passed_at    timestamptz
);
comment on table webhook_ledger_check is 'TENANT: what the last comparison of the ledger with the queue, the numbers of endpoints and the rows found, and how far the rows were looked through';

-- What is not spread yet is counted without looking at what is.
create index message_unspread on message (tenant_id, created_at) where spread_at is null;

-- In the database, so that it counts whoever writes; once a statement, whatever it writes. A connection has rows
-- of its own: none waits for the commit of another, and so none for one that waits for it, whatever the order of days
-- in a transaction is. A later migration that changes rows of message or delivery lifts the policy of this table too.
create function count_deliveries() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into webhook_ledger as l
    select tenant_id, (created_at at time zone 'UTC')::date, pg_backend_pid(), 0, count(*),
      count(sequence) filter (where replay_id is null),
      count(*) filter (where status = 'delivered'), count(*) filter (where status = 'exhausted'),
      count(*) filter (where status = 'skipped')
    from made group by 1, 2
    on conflict (tenant_id, day, shard) do update set created = l.created + excluded.created,
      sequenced = l.sequenced + excluded.sequenced, delivered = l.delivered + excluded.delivered,
      exhausted = l.exhausted + excluded.exhausted, skipped = l.skipped + excluded.skipped;
  else
    insert into webhook_ledger as l
    select tenant_id, (created_at at time zone 'UTC')::date, pg_backend_pid(), 0, 0, 0,
      coalesce(sum(n) filter (where status = 'delivered'), 0), coalesce(sum(n) filter (where status = 'exhausted'), 0),
      coalesce(sum(n) filter (where status = 'skipped'), 0)
    from (select tenant_id, created_at, status, 1 as n from made
      union all select tenant_id, created_at, status, -1 from was) changed
    group by 1, 2
    having min(status) <> max(status)
    on conflict (tenant_id, day, shard) do update set delivered = l.delivered + excluded.delivered,
      exhausted = l.exhausted + excluded.exhausted, skipped = l.skipped + excluded.skipped;
  end if;
  return null;
end $$;
create trigger delivery_made after insert on delivery referencing new table as made
  for each statement execute function count_deliveries();
create trigger delivery_changed after update on delivery referencing old table as was new table as made
  for each statement execute function count_deliveries();

create function count_spread() returns trigger language plpgsql set search_path from current as $$
begin
  insert into webhook_ledger as l
  select m.tenant_id, (m.created_at at time zone 'UTC')::date, pg_backend_pid(), count(*), 0, 0, 0, 0, 0
  from made m join was w on w.tenant_id = m.tenant_id and w.id = m.id
  where m.spread_at is not null and w.spread_at is null
  group by 1, 2
  on conflict (tenant_id, day, shard) do update set spread = l.spread + excluded.spread;
  return null;
end $$;
create trigger message_spread after update on message referencing old table as was new table as made
  for each statement execute function count_spread();

-- What is there already: the owner sees it only while the policies are not forced upon the owner.
alter table delivery no force row level security;
alter table message no force row level security;
insert into webhook_ledger
select tenant_id, day, -1, sum(spread), sum(created), sum(sequenced), sum(delivered), sum(exhausted), sum(skipped)
from (
  select tenant_id, (created_at at time zone 'UTC')::date as day, 1 as spread, 0 as created, 0 as sequenced,
    0 as delivered, 0 as exhausted, 0 as skipped
  from message where spread_at is not null
  union all
  select tenant_id, (created_at at time zone 'UTC')::date, 0, 1, (sequence is not null and replay_id is null)::int,
    (status = 'delivered')::int, (status = 'exhausted')::int, (status = 'skipped')::int
  from delivery) there
group by tenant_id, day;
alter table delivery force row level security;
alter table message force row level security;

do $$
declare
  owned text;
begin
  foreach owned in array array['webhook_replay', 'webhook_ledger', 'webhook_ledger_check'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on webhook_replay, webhook_ledger to freehold_app;
grant select, insert, update on webhook_ledger_check to freehold_app;
