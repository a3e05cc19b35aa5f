-- What a tenant used of what its plan measures, and what was announced of it.

create table usage_counter (
  tenant_id  uuid not null,
  meter      text not null check (meter ~ '^[a-z][a-z_]{0,62}$'),
  day        date not null,
  shard      smallint not null check (shard between 0 and 15),
  used       bigint not null check (used >= 0),
  primary key (tenant_id, meter, day, shard)
);
comment on table usage_counter is 'TENANT: how much of a meter was used on a day of UTC; each node adds to one of sixteen shards, so that none waits for another';
create index usage_counter_day on usage_counter (tenant_id, day);

create table quota_notice (
  tenant_id  uuid not null,
  meter      text not null check (meter ~ '^[a-z][a-z_]{0,62}$'),
  month      date not null,
  threshold  smallint not null check (threshold between 1 and 100),
  noted_at   timestamptz not null,
  primary key (tenant_id, meter, month, threshold)
);
comment on table quota_notice is 'TENANT: which thresholds of a quota were announced in a month';

do $$
declare
  owned text;
begin
  foreach owned in array array['usage_counter', 'quota_notice'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on usage_counter to freehold_app;
grant select, insert, delete on quota_notice to freehold_app;
