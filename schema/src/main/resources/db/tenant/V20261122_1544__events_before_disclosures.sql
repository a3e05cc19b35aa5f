-- As before, but the events first: whoever drops their month takes the tables in that order.
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
  delete from audit_event e where e.tenant_id = tenant and e.id = any(gone)
    and e.id >= remove_certified_events.first and e.id < remove_certified_events.behind;
  delete from audit_disclosure d where d.tenant_id = tenant and d.event_id = any(gone)
    and d.event_id >= remove_certified_events.first and d.event_id < remove_certified_events.behind;
  return coalesce(cardinality(gone), 0);
end $$;
do $$
begin
  execute format('alter function remove_certified_events(uuid, uuid, int) set search_path = %I, pg_temp', current_schema());
end $$;
