-- Months of messages go when their tables are free, and keep nobody waiting for longer than a moment. Others use the same tables in other orders, so whoever
-- waited with one of them locked could wait for somebody who waits for him.

-- The tables of months that are wholly older.
create function message_months_before(moment timestamptz) returns text[]
language sql stable as $$
  select coalesce(array_agg(c.relname::text order by g.at, c.relname), '{}')
  from unnest(array['delivery_attempt', 'delivery', 'message']) with ordinality as g (grown, at)
  join pg_catalog.pg_inherits i on i.inhparent = to_regclass(g.grown)
  join pg_catalog.pg_class c on c.oid = i.inhrelid
  -- No other name may be taken for a month, in whatever order the conditions are asked.
  where case when c.relname ~ ('^' || g.grown || '_[0-9]{6}$')
    then (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') at time zone 'UTC' < moment else false end
$$;

-- Which of these tables no hold of anybody keeps; holds that a table was looked through for before, as seen says, are not asked again.
create function unheld_message_months(inout parts text[], inout seen text[])
language plpgsql as $$
declare
  part text;
  month timestamp;
  waiting uuid;
  holding text[];
begin
  foreach part in array parts loop
    month := to_date(right(part, 6), 'YYYYMM');
    -- From one tenant to the next by the index, whatever each has.
    for waiting in execute format('with recursive one as ((select tenant_id from %1$I order by tenant_id limit 1) union all'
      ' select (select p.tenant_id from %1$I p where p.tenant_id > one.tenant_id order by p.tenant_id limit 1) from one'
      ' where one.tenant_id is not null) select tenant_id from one where tenant_id is not null', part)
    loop
      perform set_config('app.tenant_id', waiting::text, true);
      holding := array(select part || ' ' || h.id from legal_hold h where h.tenant_id = waiting and h.released_at is null
        and (h.data_class is null or h.data_class = 'webhook_messages') and part || ' ' || h.id <> all (seen));
      if holding <> '{}' and is_month_held(left(part, -7), first_uuid_of(month at time zone 'UTC'),
          first_uuid_of((month + interval '1 month') at time zone 'UTC')) then
        parts := array_remove(parts, part);
        exit;
      end if;
      seen := seen || holding;
    end loop;
  end loop;
end $$;

-- What still waits in a month that goes is ended.
create function end_message_month(part text) returns void
language plpgsql as $$
declare
  waiting uuid;
begin
  if part ~ '^delivery_[0-9]' then
    -- The queue before the deliveries, as everybody does who changes both.
    for waiting in execute format('select distinct tenant_id from %I where status = ''pending''', part) loop
      perform set_config('app.tenant_id', waiting::text, true);
      execute format('delete from control.delivery_due q using %I d where q.tenant_id = $1 and d.tenant_id = $1'
        ' and q.subject_id = d.id and d.status = ''pending''', part) using waiting;
      -- By the name of the whole, whose trigger counts it.
      execute format('update delivery d set status = ''skipped'', reason = ''message_forgotten'','
        ' next_attempt_at = null, ended_at = now() from %I p where d.tenant_id = $1 and p.tenant_id = $1'
        ' and d.id = p.id and d.status = ''pending'' and p.status = ''pending''', part) using waiting;
    end loop;
  elsif part ~ '^message_' then
    execute format('delete from control.delivery_due q using %I m where q.tenant_id = m.tenant_id'
      ' and q.subject_id = m.id and q.endpoint_id is null and m.spread_at is null', part);
  end if;
end $$;

-- As before: a month with a row under a hold of anybody stays, all is asked before anything is dropped, and what takes time is looked at while holds are placed
-- as ever. Now each turn is all or nothing, its locks are waited for for less time than PostgreSQL takes to look for a deadlock, and between two turns nothing is
-- locked but what was looked through; so it can be patient for a minute or so. Null: the tables were in use all the time, and another night will do.
create or replace function renew_message_partitions(keep_days int) returns int
language plpgsql security definer set lock_timeout = '50ms' as $$
declare
  caller text := current_setting('app.tenant_id', true);
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  going text[];
  seen text[] := '{}';
  part text;
  month timestamp;
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
      for n in 0 .. 11 loop
        month := this_month + make_interval(months => n);
        foreach part in array array['delivery_attempt', 'delivery', 'message'] loop
          if to_regclass(quote_ident(part || '_' || to_char(month, 'YYYYMM'))) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)', part || '_' || to_char(month, 'YYYYMM'), part,
              first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'));
          end if;
        end loop;
      end loop;
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
