-- A month may go while something in it waits: what was paused, and what a receiver refused for very long. It ends as
-- skipped before its month is dropped, so that it is counted and nothing of it stays in the queue.

create or replace function renew_message_partitions(keep_days int) returns int
language plpgsql security definer set lock_timeout = '5s' as $$
declare
  grown text;
  part text;
  month timestamp;
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  caller text := current_setting('app.tenant_id', true);
  waiting uuid;
  dropped int := 0;
begin
  if keep_days < 7 then
    raise exception 'Messages are kept for a week at the least';
  end if;
  foreach grown in array array['delivery_attempt', 'delivery', 'message'] loop
    for part in
      select c.relname from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
      where i.inhparent = grown::regclass and c.relname ~ ('^' || grown || '_[0-9]{6}$')
    loop
      month := to_date(right(part, 6), 'YYYYMM');
      if month + interval '1 month' < (now() at time zone 'UTC') - make_interval(days => keep_days) then
        if grown = 'delivery' then
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
          perform set_config('app.tenant_id', coalesce(caller, ''), true);
        elsif grown = 'message' then
          execute format('delete from control.delivery_due q using %I m where q.tenant_id = m.tenant_id'
            ' and q.subject_id = m.id and q.endpoint_id is null and m.spread_at is null', part);
        end if;
        execute format('drop table %I', part);
        dropped := dropped + 1;
      end if;
    end loop;
    for n in 0 .. 11 loop
      month := this_month + make_interval(months => n);
      part := grown || '_' || to_char(month, 'YYYYMM');
      if to_regclass(quote_ident(part)) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)', part, grown,
          first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'));
      end if;
    end loop;
  end loop;
  return dropped;
end $$;
do $$
begin
  execute format('alter function renew_message_partitions(int) set search_path = %I, pg_temp', current_schema());
end $$;
