-- Messages of webhooks go by a policy of their tenant, and stay while a hold covers them.

-- Null: nobody knows, as it was before this was kept.
alter table message add column own boolean;
comment on column message.own is 'Whether the tenant''s own product sent it: what such a message is about cannot be told';

-- A message of ours is about whom and what it names by their ids. One of the product may be about anybody, and so may a delivery whose message
-- is gone: that one is from the moment beside it.
create function message_held(one message, moment timestamptz) returns boolean
language sql stable as $$
  select exists (select from holds_over('webhook_messages', coalesce(one.created_at, moment), coalesce(one.created_at, moment)) h
    where (h.person_id is null or one.own is not false or strpos(one.body, h.person_id::text) > 0)
      and (h.project_id is null or one.own is not false or strpos(one.body, h.project_id::text) > 0))
$$;

-- How many messages of the tenant the time of which is over could go, of those how many a hold covers, and from when the oldest of all is.
create function expired_messages(before timestamptz, out expired bigint, out held bigint, out oldest timestamptz)
language sql stable as $$
  select count(*),
    count(*) filter (where exists (select from legal_hold h where h.tenant_id = m.tenant_id and h.released_at is null)
      and message_held(m, m.created_at)),
    (select o.created_at from message o where o.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid order by o.id limit 1)
  from message m
  where m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and m.id < first_uuid_of(before) and m.created_at < before and m.spread_at is not null
    and not exists (select from delivery d where d.tenant_id = m.tenant_id and d.message_id = m.id
      and (d.status = 'pending' or d.created_at >= before))
$$;

-- The server may delete no message, so it asks for exactly this: the oldest of the tenant behind the id and from before the moment, with their deliveries and
-- attempts; none that is not spread, waits for a receiver, was sent again since, or is covered by a hold when it is done. Who sends a message
-- again keeps it by a lock first: it is passed over until that is committed, and what is committed by then is seen by a statement of its own.
-- The ledger keeps its counts: they are of what became of deliveries, and not of rows. Who places a hold waits for the end of the transaction.
create function remove_messages(after uuid, before timestamptz, most int, out removed int, out last uuid)
language plpgsql security definer set lock_timeout = '30s' as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  taken uuid[];
  gone uuid[];
  held_any boolean;
begin
  if tenant is null then
    raise exception 'No tenant was entered';
  end if;
  if before > now() - interval '7 days' then
    raise exception 'Messages are kept for a week at the least';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('holds:' || tenant, 0));
  held_any := exists (select from legal_hold h where h.tenant_id = tenant and h.released_at is null);
  taken := array(
    select m.id from message m
    where m.tenant_id = tenant and m.id > after and m.id < first_uuid_of(before) and m.created_at < before
      and m.spread_at is not null and not exists (select from delivery d where d.tenant_id = tenant and d.message_id = m.id
        and (d.status = 'pending' or d.created_at >= before))
      and not (held_any and message_held(m, m.created_at))
    order by m.id limit most for update of m skip locked);
  gone := array(
    select one.id from unnest(taken) as one (id)
    where not exists (select from delivery d where d.tenant_id = tenant and d.message_id = one.id
      and (d.status = 'pending' or d.created_at >= before)));
  delete from delivery_attempt a using delivery d
    where d.tenant_id = tenant and d.message_id = any (gone) and a.tenant_id = tenant and a.delivery_id = d.id;
  delete from delivery d where d.tenant_id = tenant and d.message_id = any (gone);
  delete from message m where m.tenant_id = tenant and m.id = any (gone);
  removed := cardinality(gone);
  last := taken[cardinality(taken)];
end $$;
do $$
begin
  execute format('alter function remove_messages(uuid, timestamptz, int) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function remove_messages(uuid, timestamptz, int) from public;
grant execute on function remove_messages(uuid, timestamptz, int) to freehold_app;

-- Whether something in these months of a table must stay for the tenant that was entered.
create function is_month_held(grown text, first uuid, behind uuid) returns boolean
language plpgsql stable as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if not exists (select from legal_hold h where h.tenant_id = tenant and h.released_at is null
      and (h.data_class is null or h.data_class = 'webhook_messages')) then
    return false;
  end if;
  return case grown
    when 'message' then exists (select from message m
      where m.tenant_id = tenant and m.id >= first and m.id < behind and message_held(m, m.created_at))
    when 'delivery' then exists (select from delivery d
      left join message m on m.tenant_id = tenant and m.id = d.message_id
      where d.tenant_id = tenant and d.id >= first and d.id < behind and message_held(m, d.created_at))
    else exists (select from delivery_attempt a
      left join delivery d on d.tenant_id = tenant and d.id = a.delivery_id
      left join message m on m.tenant_id = tenant and m.id = d.message_id
      where a.tenant_id = tenant and a.id >= first and a.id < behind and message_held(m, a.attempted_at))
  end;
end $$;

-- As before, but a month with a row under a hold of anybody stays. All is asked before anything is dropped. What takes time is looked at while holds
-- are placed as ever; then they stand still, and what was placed since is looked at.
create or replace function renew_message_partitions(keep_days int) returns int
language plpgsql security definer set lock_timeout = '5s' as $$
declare
  grown text;
  part text;
  month timestamp;
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  caller text := current_setting('app.tenant_id', true);
  going text[] := '{}';
  standing boolean;
  waiting uuid;
  holding text[];
  seen text[] := '{}';
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
        going := going || part;
      end if;
    end loop;
  end loop;
  foreach standing in array array[false, true] loop
    if standing and going <> '{}' then
      lock table legal_hold in share mode;
    end if;
    foreach part in array going loop
      month := to_date(right(part, 6), 'YYYYMM');
      -- From one tenant to the next by the index, whatever each has.
      for waiting in execute format('with recursive one as ((select tenant_id from %1$I order by tenant_id limit 1) union all'
        ' select (select p.tenant_id from %1$I p where p.tenant_id > one.tenant_id order by p.tenant_id limit 1) from one'
        ' where one.tenant_id is not null) select tenant_id from one where tenant_id is not null', part)
      loop
        perform set_config('app.tenant_id', waiting::text, true);
        -- Those that this month was not looked through for.
        holding := array(select part || ' ' || h.id from legal_hold h where h.tenant_id = waiting and h.released_at is null
          and (h.data_class is null or h.data_class = 'webhook_messages') and part || ' ' || h.id <> all (seen));
        if holding <> '{}' and is_month_held(left(part, -7), first_uuid_of(month at time zone 'UTC'),
            first_uuid_of((month + interval '1 month') at time zone 'UTC')) then
          going := array_remove(going, part);
          exit;
        end if;
        seen := seen || holding;
      end loop;
    end loop;
  end loop;
  foreach part in array going loop
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
    execute format('drop table %I', part);
  end loop;
  perform set_config('app.tenant_id', coalesce(caller, ''), true);
  foreach grown in array array['delivery_attempt', 'delivery', 'message'] loop
    for n in 0 .. 11 loop
      month := this_month + make_interval(months => n);
      part := grown || '_' || to_char(month, 'YYYYMM');
      if to_regclass(quote_ident(part)) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)', part, grown,
          first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'));
      end if;
    end loop;
  end loop;
  return cardinality(going);
end $$;
do $$
begin
  execute format('alter function renew_message_partitions(int) set search_path = %I, pg_temp', current_schema());
end $$;
