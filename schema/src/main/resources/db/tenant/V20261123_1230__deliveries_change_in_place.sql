-- A delivery that arrives is changed where it is. The index of those that did not arrive, and that of replays, named its status: so each of the five indexes
-- got a new entry with every change of it. Now none names what changes, and a page has room for what its deliveries become.

-- What is there already: the owner sees it only while the policies are not forced upon the owner.
alter table delivery no force row level security;
update delivery set reason = 'endpoint_disabled' where status in ('exhausted', 'skipped') and reason is null;
alter table delivery force row level security;

alter table delivery add constraint delivery_has_reason check (reason is not null or status in ('pending', 'delivered'));
drop index delivery_dead;
drop index delivery_replay;
create index delivery_dead on delivery (tenant_id, created_at, id) where reason is not null;
create index delivery_replay on delivery (tenant_id, replay_id) where replay_id is not null;

do $$
declare
  part text;
begin
  for part in select i.inhrelid::regclass::text from pg_catalog.pg_inherits i where i.inhparent = 'delivery'::regclass loop
    execute format('alter table %s set (fillfactor = 60)', part);
  end loop;
end $$;

-- This month's and the next eleven, where they are missing.
create function make_message_months() returns void
language plpgsql as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  grown text;
  part text;
  month timestamp;
begin
  for n in 0 .. 11 loop
    month := this_month + make_interval(months => n);
    foreach grown in array array['delivery_attempt', 'delivery', 'message'] loop
      part := grown || '_' || to_char(month, 'YYYYMM');
      if to_regclass(quote_ident(part)) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)%s', part, grown,
          first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'),
          case when grown = 'delivery' then ' with (fillfactor = 60)' else '' end);
      end if;
    end loop;
  end loop;
end $$;

-- As before, but for how months are made.
create or replace function renew_message_partitions(keep_days int) returns int
language plpgsql security definer set lock_timeout = '50ms' as $$
declare
  caller text := current_setting('app.tenant_id', true);
  going text[];
  seen text[] := '{}';
  part text;
begin
  if keep_days < 7 then
    raise exception 'Messages are kept for a week at the least';
  end if;
  going := message_months_before(now() - make_interval(days => keep_days));
  perform set_config('lock_timeout', '5s', true);
  select u.parts, u.seen into going, seen from unheld_message_months(going, seen) u;
  perform set_config('lock_timeout', '50ms', true);
  for turn in 1 .. 200 loop
    begin
      if going <> '{}' then
        lock table legal_hold in share mode;
        -- What was placed since the first look.
        select u.parts, u.seen into going, seen from unheld_message_months(going, seen) u;
        foreach part in array going loop
          perform end_message_month(part);
        end loop;
        lock table only delivery_attempt, only delivery, only message in access exclusive mode;
        foreach part in array going loop
          execute format('drop table %I', part);
        end loop;
      end if;
      perform make_message_months();
      exit;
    exception when lock_not_available then
      if turn = 200 then
        perform set_config('app.tenant_id', coalesce(caller, ''), true);
        return null;
      end if;
      perform pg_sleep(0.2);
    end;
  end loop;
  perform set_config('app.tenant_id', coalesce(caller, ''), true);
  return cardinality(going);
end $$;
do $$
begin
  execute format('alter function renew_message_partitions(int) set search_path = %I, pg_temp', current_schema());
end $$;
