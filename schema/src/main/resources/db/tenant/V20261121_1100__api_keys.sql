-- API keys as their tenant sees them; their secrets are in control, as hashes.

create table api_key (
  tenant_id            uuid not null,
  id                   uuid not null,
  name                 text not null check (length(name) between 1 and 200),
  prefix               text not null,
  last_four            text not null,
  role                 text,
  permissions          jsonb,
  allowed_ips          jsonb not null,
  rate_limit_per_hour  int check (rate_limit_per_hour > 0),
  expires_at           timestamptz,
  created_by           uuid not null,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  rotated_at           timestamptz,
  overlap_until        timestamptz,
  revoked_at           timestamptz,
  last_used_at         timestamptz,
  version              bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references membership (tenant_id, user_id),
  check ((role is null) <> (permissions is null))
);
comment on table api_key is 'TENANT: an API key; only its first and last characters, never the key';
create index api_key_created on api_key (tenant_id, created_at desc, id desc);
create index api_key_name on api_key (tenant_id, name, id);
create index api_key_maker on api_key (tenant_id, created_by);

create table api_key_use (
  tenant_id  uuid not null,
  key_id     uuid not null,
  day        date not null,
  requests   bigint not null,
  primary key (tenant_id, key_id, day),
  foreign key (tenant_id, key_id) references api_key (tenant_id, id) on delete cascade
);
comment on table api_key_use is 'TENANT: how many requests came with a key on a day of UTC';
create index api_key_use_day on api_key_use (tenant_id, day);

do $$
declare
  owned text;
begin
  foreach owned in array array['api_key', 'api_key_use'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update, delete on api_key, api_key_use to freehold_app;
