-- A month of the trail goes as a whole when all that is left in it is certified, of every tenant. What a certificate lets go is said in
-- one place.

-- A certificate is taken at its bytes, as verifiers take it: they are a leaf of the tree, an event of success of the job and of this log, and let
-- go the places that they name, of those before their own. What audit_removed says counts for nothing here.
create function let_go_places() returns int8multirange
language sql stable as $$
  with sealed as materialized (
    select l.position, c.event_id, leaf_json(c.leaf) as told
    from audit_certificate c
    join audit_leaf l on l.tenant_id = c.tenant_id and l.event_id = c.event_id
    join audit_tile t on t.tenant_id = l.tenant_id and t.level = 0 and t.index = l.position / 256
    where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and sha256('\x00'::bytea || c.leaf) = substr(t.hashes, (l.position % 256 * 32 + 1)::int, 32)
  ), certificate as materialized (
    select s.position, s.told from sealed s
    where s.told ->> 'id' = s.event_id::text
      and s.told ->> 'log' = (select origin from audit_tree where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      and s.told ->> 'action' = 'retention.certified' and s.told ->> 'outcome' = 'success' and s.told ->> 'observer' = 'freehold'
      and s.told -> 'actor' ->> 'type' = 'system' and s.told -> 'actor' ->> 'id' = 'job:retention-cleanup'
  ), named as materialized (
    select c.position, (place ->> 'begin')::bigint as starts, (place ->> 'end')::bigint as ends
    from certificate c, jsonb_path_query(c.told, '$.chg[*] ? (@.path == "places").new[*]') as place
  )
  select coalesce(range_agg(int8range(n.starts, n.ends)), '{}') from named n where n.starts < n.ends and n.ends <= n.position
$$;
comment on function let_go_places is 'The places of the tree of the tenant that sealed certificates let go';

-- The server may not delete events, so it asks for exactly this: those of the tenant between the ids, the oldest first, that a certificate lets
-- go, and that no hold covers when it is done. Who places a hold waits for the end of the transaction, and then no further event goes.
create or replace function remove_certified_events(first uuid, behind uuid, most int) returns int
language plpgsql security definer set lock_timeout = '30s' as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  places int8multirange;
  holding boolean;
  gone uuid[];
begin
  if tenant is null then
    raise exception 'No tenant was entered';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('holds:' || tenant, 0));
  places := let_go_places();
  holding := exists (select from legal_hold h where h.tenant_id = tenant and h.released_at is null);
  -- The planner takes a place among places for rare, and would look at the whole month for each thousand; nothing is known of a coalesce.
  select array_agg(one.id) into gone from (
    select e.id from audit_event e join audit_leaf l on l.tenant_id = e.tenant_id and l.event_id = e.id
    where e.tenant_id = tenant and e.id >= remove_certified_events.first and e.id < remove_certified_events.behind
      and coalesce(l.position <@ places, false) and not (holding and audit_event_held(e))
    order by e.id limit most) one;
  -- Bounds of the ids beside the ids: other months are not looked into.
  delete from audit_disclosure d where d.tenant_id = tenant and d.event_id = any(gone)
    and d.event_id >= remove_certified_events.first and d.event_id < remove_certified_events.behind;
  delete from audit_event e where e.tenant_id = tenant and e.id = any(gone)
    and e.id >= remove_certified_events.first and e.id < remove_certified_events.behind;
  return coalesce(cardinality(gone), 0);
end $$;

-- Nor may it drop a month, so it asks for exactly this, and the function believes it in nothing but that the policies of those tenants, as plans
-- and defaults make them, let the month go. What takes time is looked at while only the month itself is locked, in which nobody writes any
-- more; then holds and policies stand still; and everybody waits for the drop alone, which gives up its turn when it does not get its locks soon.
create function drop_certified_month(month date, agreed uuid[],
  out outcome text, out events bigint, out tenants int, out locked_ms int)
language plpgsql security definer set lock_timeout = '5s' as $$
declare
  caller text := current_setting('app.tenant_id', true);
  behind_month timestamptz := (month + interval '1 month') at time zone 'UTC';
  part text := 'audit_event_' || to_char(month, 'YYYYMM');
  disclosed text := 'audit_disclosure_' || to_char(month, 'YYYYMM');
  first uuid;
  behind uuid;
  owners uuid[];
  counts bigint[];
  places int8multirange;
  holding uuid[];
  seen uuid[] := '{}';
  began timestamptz;
begin
  events := 0;
  tenants := 0;
  locked_ms := 0;
  -- No policy may keep events for less than a year.
  if month is null or extract(day from month) <> 1 or behind_month > now() - interval '365 days' then
    outcome := 'young';
    return;
  end if;
  if not exists (select from pg_catalog.pg_inherits where inhparent = 'audit_event'::regclass and inhrelid = to_regclass(part))
    or not exists (select from pg_catalog.pg_inherits where inhparent = 'audit_disclosure'::regclass and inhrelid = to_regclass(disclosed)) then
    outcome := 'none';
    return;
  end if;
  first := first_uuid_of(month::timestamp at time zone 'UTC');
  behind := first_uuid_of(behind_month);
  -- Most months are kept, which is found out without reading them: by the index from one tenant to the next. A month by its own name is of all.
  execute format('with recursive owner (id) as ((select tenant_id from %1$I order by 1 limit 1) union all'
    ' select (select e.tenant_id from %1$I e where e.tenant_id > o.id order by 1 limit 1) from owner o where o.id is not null)'
    ' select coalesce(array_agg(id) filter (where id is not null), ''{}'') from owner', part) into owners;
  if exists (select unnest(owners) except select unnest(agreed)) then
    outcome := 'kept';
    return;
  end if;
  begin
    execute format('lock table only %I, only %I in share row exclusive mode', part, disclosed);
    execute format('select coalesce(array_agg(o.tenant_id), ''{}''), array_agg(o.n) from'
      ' (select tenant_id, count(*) as n from %I group by 1 order by 1) o', part) into owners, counts;
    if exists (select unnest(owners) except select unnest(agreed)) then
      raise exception using errcode = 'FH001', message = 'kept';
    end if;
    for at in 1 .. cardinality(owners) loop
      perform set_config('app.tenant_id', owners[at]::text, true);
      places := let_go_places();
      -- Counted, as the planner expects that what exists is found soon, and goes the way that is slow when it does not.
      if (select count(*) from audit_event e left join audit_leaf l on l.tenant_id = owners[at] and l.event_id = e.id
          and l.event_id >= first and l.event_id < behind
          where e.tenant_id = owners[at] and e.id >= first and e.id < behind and not coalesce(l.position <@ places, false)) > 0 then
        raise exception using errcode = 'FH001', message = 'uncertified';
      end if;
      -- A certificate is in its own month first; it is needed for as long as there is a tree.
      if exists (select from audit_event e where e.tenant_id = owners[at] and e.id >= first and e.id < behind
          and e.action = 'retention.certified' and e.success
          and not exists (select from audit_certificate c where c.tenant_id = owners[at] and c.event_id = e.id)) then
        raise exception using errcode = 'FH001', message = 'certificate';
      end if;
      holding := array(select h.id from legal_hold h where h.tenant_id = owners[at] and h.released_at is null);
      if holding <> '{}' and exists (select from audit_event e
          where e.tenant_id = owners[at] and e.id >= first and e.id < behind and audit_event_held(e)) then
        raise exception using errcode = 'FH001', message = 'held';
      end if;
      seen := seen || holding;
    end loop;
    lock table legal_hold, retention_policy in share mode;
    for at in 1 .. cardinality(owners) loop
      perform set_config('app.tenant_id', owners[at]::text, true);
      -- What was placed since the first look.
      if exists (select from legal_hold h where h.tenant_id = owners[at] and h.released_at is null and h.id <> all (seen))
        and exists (select from audit_event e where e.tenant_id = owners[at] and e.id >= first and e.id < behind and audit_event_held(e)) then
        raise exception using errcode = 'FH001', message = 'held';
      end if;
      if exists (select from retention_policy p where p.tenant_id = owners[at] and p.data_class = 'audit_events'
          and behind_month > now() - make_interval(days => p.days)) then
        raise exception using errcode = 'FH001', message = 'kept';
      end if;
      update retention_plan p set status = 'removed', removed = p.removed + counts[at], removed_at = now(), version = p.version + 1
        where p.tenant_id = owners[at] and p.data_class = 'audit_events' and p.month = drop_certified_month.month
          and p.status = 'certified';
      if not found then
        raise exception using errcode = 'FH001', message = 'kept';
      end if;
      events := events + counts[at];
    end loop;
    perform set_config('app.tenant_id', coalesce(caller, ''), true);
    perform set_config('lock_timeout', '50ms', true);
    for turn in 1 .. 20 loop
      begin
        lock table only audit_event, only audit_disclosure in access exclusive mode;
        began := clock_timestamp();
        execute format('drop table %I, %I', part, disclosed);
        exit;
      exception when lock_not_available then
        if turn = 20 then
          raise;
        end if;
        perform pg_sleep(0.2);
      end;
    end loop;
    outcome := 'dropped';
    tenants := cardinality(owners);
    locked_ms := ceil(extract(epoch from clock_timestamp() - began) * 1000);
  exception
    when sqlstate 'FH001' then
      outcome := sqlerrm;
      events := 0;
    when lock_not_available or deadlock_detected then
      outcome := 'busy';
      events := 0;
  end;
end $$;
comment on function drop_certified_month is 'Drops a month of the trail of all tenants, if nothing in it is kept by anybody: dropped, or why not: young, none, kept, uncertified, certificate, held, busy';

-- What comes in the next three years lies in months too: what is in the partition for the rest can only be deleted.
create function make_audit_months() returns int
language plpgsql security definer set lock_timeout = '50ms' as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  month timestamp;
  grown text;
  part text;
  made int := 0;
begin
  for n in 0 .. 35 loop
    month := this_month + make_interval(months => n);
    foreach grown in array array['audit_event', 'audit_disclosure'] loop
      part := grown || '_' || to_char(month, 'YYYYMM');
      continue when to_regclass(quote_ident(part)) is not null;
      begin
        execute format('create table %I partition of %I for values from (%L) to (%L)', part, grown,
          first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'));
        made := made + 1;
      exception
        -- Another night will do; or a clock was wrong, and some of it is in the rest already.
        when lock_not_available or check_violation then null;
      end;
    end loop;
  end loop;
  return made;
end $$;

do $$
declare
  owned text;
begin
  foreach owned in array array['remove_certified_events(uuid, uuid, int)', 'drop_certified_month(date, uuid[])', 'make_audit_months()'] loop
    execute format('alter function %s set search_path = %I, pg_temp', owned, current_schema());
    execute format('revoke execute on function %s from public', owned);
    execute format('grant execute on function %s to freehold_app', owned);
  end loop;
end $$;
