-- Links that let visitors see the webhooks of a tenant, and the sessions that they open: short-lived keys without a row of the tenant's.

alter table control.api_key_secret
  add column purpose text not null default 'key' check (purpose in ('key', 'portal_link', 'portal_session')),
  add column made_with uuid,
  add column made_at timestamptz,
  add check (purpose = 'key' or (made_at is not null and valid_until is not null and permissions is not null));
comment on table control.api_key_secret is
  'PLATFORM: SHA-256 of API keys, of portal links and of what these open; keys are a copy of what decides over a request';
create index api_key_secret_made_with on control.api_key_secret (tenant_id, made_with) where made_with is not null;
