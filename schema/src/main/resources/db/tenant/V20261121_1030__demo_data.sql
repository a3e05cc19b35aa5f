-- Demo data: what a seeded tenant's rows are derived from, and how far each run of the seed is.

create table demo_data (
  tenant_id  uuid not null,
  epoch      timestamptz not null,
  primary key (tenant_id)
);
comment on table demo_data is 'TENANT: the moment that ids and dates of the tenant''s demo rows are derived from; never changes';

create table demo_thing (
  tenant_id  uuid not null,
  kind       text not null check (kind in ('user', 'team', 'team_member', 'file')),
  number     int not null,
  thing_id   uuid not null,
  run_id     uuid,
  primary key (tenant_id, kind, number)
);
comment on table demo_thing is 'TENANT: demo rows that were made through services, by number; run_id is null for one that was there before';

create table demo_seed_part (
  tenant_id          uuid not null,
  run_id             uuid not null,
  part               int not null,
  first_project      int not null,
  last_project       int not null,
  tasks_per_project  int not null,
  next_project       int not null,
  projects           bigint not null,
  tasks              bigint not null,
  announced_at       timestamptz,
  primary key (tenant_id, run_id, part),
  check (first_project <= next_project and next_project <= last_project + 1)
);
comment on table demo_seed_part is 'TENANT: the frozen plan of one partition of a seed run, and its checkpoint';

do $$
declare
  owned text;
begin
  foreach owned in array array['demo_data', 'demo_thing', 'demo_seed_part'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert on demo_data, demo_thing to freehold_app;
grant select, insert, update on demo_seed_part to freehold_app;
