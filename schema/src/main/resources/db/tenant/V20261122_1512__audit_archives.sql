-- Events whose time is over leave the trail a month at a time, when they are in an archive that was read back, and when an event says so
-- that has its place in the tree. The tree stays.

create table audit_certificate (
  tenant_id  uuid not null,
  event_id   uuid not null,
  leaf       bytea not null,
  primary key (tenant_id, event_id)
);
comment on table audit_certificate is 'TENANT: events that say what was removed; kept for as long as there is a tree, whatever becomes of their months';

create table audit_removed (
  tenant_id    uuid not null,
  first_place  bigint not null check (first_place >= 0),
  behind       bigint not null,
  event_id     uuid not null,
  primary key (tenant_id, first_place, event_id),
  foreign key (tenant_id, event_id) references audit_certificate (tenant_id, event_id),
  check (first_place < behind)
);
comment on table audit_removed is 'TENANT: an index of the places that certificates let go, from the first to before the one behind; nothing is deleted for what it says';

create table retention_plan (
  tenant_id    uuid not null,
  id           uuid not null,
  data_class   text not null check (data_class ~ '^[a-z][a-z_]{0,62}$'),
  month        date not null check (extract(day from month) = 1),
  events       bigint not null check (events >= 0),
  held         bigint not null check (held >= 0),
  days         int not null,
  status       text not null check (status in ('waiting', 'approved', 'rejected', 'certified', 'removed', 'withdrawn')),
  comment      text check (length(comment) <= 2000),
  decided_by   uuid,
  decided_at   timestamptz,
  removed      bigint not null check (removed >= 0),
  created_at   timestamptz not null,
  removed_at   timestamptz,
  version      bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, data_class, month)
);
comment on table retention_plan is 'TENANT: a month of a class of data that has expired, who let it go, and how far that is';
create index retention_plan_created on retention_plan (tenant_id, created_at desc, id desc);

create table retention_archive (
  tenant_id        uuid not null,
  id               uuid not null,
  plan_id          uuid not null,
  first_place      bigint not null check (first_place >= 0),
  behind           bigint not null,
  places           jsonb not null,
  events           bigint not null check (events > 0),
  status           text not null check (status in ('planned', 'stored', 'certified')),
  file_id          uuid,
  sealed_key       bytea,
  size_bytes       bigint,
  sha256           text check (sha256 ~ '^[0-9a-f]{64}$'),
  manifest_sha256  text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  tree_size        bigint,
  root             text,
  created_at       timestamptz not null,
  version          bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references retention_plan (tenant_id, id),
  check (first_place < behind)
);
comment on table retention_archive is 'TENANT: events of a plan as they are kept in the storage, encrypted, and how far that is';
create index retention_archive_plan on retention_archive (tenant_id, plan_id, first_place);
create index retention_archive_created on retention_archive (tenant_id, created_at desc, id desc);

do $$
declare
  owned text;
begin
  foreach owned in array array['audit_certificate', 'audit_removed', 'retention_plan', 'retention_archive'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert on audit_certificate, audit_removed to freehold_app;
grant select, insert, update on retention_plan to freehold_app;
grant select, insert, update, delete on retention_archive to freehold_app;

-- The server may not delete events, so it asks for exactly this: those of the tenant between the ids, the oldest first, that a certificate lets
-- go, and that no hold covers when it is done. A certificate is taken at its bytes, as verifiers take it: they are a leaf of the tree, an event
-- of success of the job and of this log, and let go the places that they name, of those before their own. What audit_removed says counts for
-- nothing here. Who places a hold waits for the end of the transaction, and then no further event goes.
create function remove_certified_events(first uuid, behind uuid, most int) returns int
language plpgsql security definer set lock_timeout = '30s' as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  gone uuid[];
begin
  if tenant is null then
    raise exception 'No tenant was entered';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('holds:' || tenant, 0));
  with sealed as materialized (
    select l.position, c.event_id, convert_from(c.leaf, 'UTF8')::jsonb as told
    from audit_certificate c
    join audit_leaf l on l.tenant_id = c.tenant_id and l.event_id = c.event_id
    join audit_tile t on t.tenant_id = l.tenant_id and t.level = 0 and t.index = l.position / 256
    where c.tenant_id = tenant
      and sha256('\x00'::bytea || c.leaf) = substr(t.hashes, (l.position % 256 * 32 + 1)::int, 32)
  ), certificate as materialized (
    select s.position, s.told from sealed s
    where s.told ->> 'id' = s.event_id::text
      and s.told ->> 'log' = (select origin from audit_tree where tenant_id = tenant)
      and s.told ->> 'action' = 'retention.certified' and s.told ->> 'outcome' = 'success' and s.told ->> 'observer' = 'freehold'
      and s.told -> 'actor' ->> 'type' = 'system' and s.told -> 'actor' ->> 'id' = 'job:retention-cleanup'
  ), let_go as materialized (
    select (place ->> 'begin')::bigint as starts, (place ->> 'end')::bigint as ends
    from certificate c, jsonb_path_query(c.told, '$.chg[*] ? (@.path == "places").new[*]') as place
    where (place ->> 'end')::bigint <= c.position
  )
  select array_agg(one.id) into gone from (
    select e.id from audit_event e join audit_leaf l on l.tenant_id = e.tenant_id and l.event_id = e.id
    where e.tenant_id = tenant and e.id >= remove_certified_events.first and e.id < remove_certified_events.behind
      and exists (select from let_go g where g.starts <= l.position and l.position < g.ends)
      and not audit_event_held(e)
    order by e.id limit most) one;
  delete from audit_disclosure where tenant_id = tenant and event_id = any(gone);
  delete from audit_event where tenant_id = tenant and id = any(gone);
  return coalesce(cardinality(gone), 0);
end $$;
do $$
begin
  execute format('alter function remove_certified_events(uuid, uuid, int) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function remove_certified_events(uuid, uuid, int) from public;
grant execute on function remove_certified_events(uuid, uuid, int) to freehold_app;
