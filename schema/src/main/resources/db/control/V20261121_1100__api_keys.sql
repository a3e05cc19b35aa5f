-- The secrets of API keys, by their SHA-256, with what a request must know before its tenant is known.
-- The server sees the rows of the tenant that it serves; the function below finds rows of any tenant, by exact hash only.

create table control.api_key_secret (
  secret_hash          bytea primary key check (octet_length(secret_hash) = 32),
  tenant_id            uuid not null references control.tenant (id),
  key_id               uuid not null,
  maker_id             uuid not null references control.app_user (id),
  prefix               text not null,
  role                 text,
  permissions          jsonb,
  allowed_ips          jsonb not null,
  rate_limit_per_hour  int check (rate_limit_per_hour > 0),
  valid_until          timestamptz,
  superseded           boolean not null,
  check ((role is null) <> (permissions is null))
);
comment on table control.api_key_secret is 'PLATFORM: SHA-256 of API keys; written with the key of the tenant, a copy of what decides over a request';
create index api_key_secret_key on control.api_key_secret (tenant_id, key_id);
create index api_key_secret_maker on control.api_key_secret (maker_id);

-- Not forced: the owner, whose rights the function has, sees every row.
alter table control.api_key_secret enable row level security;
create policy tenant_isolation on control.api_key_secret
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on control.api_key_secret to freehold_app;

-- Hashes in hexadecimal, separated by commas. A revoked key has no row; an expired one says until when it was valid.
create function control.api_keys_of(hashes text)
returns table (secret_hash text, key_id uuid, prefix text, maker_id uuid, role text, permissions text, allowed_ips text,
  rate_limit_per_hour int, valid_until timestamptz, tenant_id uuid, slug text, status text, placement_schema text)
language sql stable security definer set search_path = '' as $$
  select encode(s.secret_hash, 'hex'), s.key_id, s.prefix, s.maker_id, s.role, s.permissions::text, s.allowed_ips::text,
    s.rate_limit_per_hour, s.valid_until, t.id, t.slug, t.status, t.placement_schema
  from control.api_key_secret s
  join control.tenant t on t.id = s.tenant_id
  join control.app_user u on u.id = s.maker_id and u.active
  where s.secret_hash = any (array(select decode(h, 'hex') from unnest(string_to_array(hashes, ',')) h))
$$;
revoke execute on function control.api_keys_of(text) from public;
grant execute on function control.api_keys_of(text) to freehold_app;
