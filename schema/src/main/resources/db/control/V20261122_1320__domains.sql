-- Domains of tenants' own, from the claim to the proof by DNS. Several tenants may claim a domain; it leads to one.

alter table control.tenant_domain drop constraint tenant_domain_pkey;
alter table control.tenant_domain
  add column id            uuid not null default gen_random_uuid(),
  add column challenge     text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  add column created_at    timestamptz not null default now(),
  add column checked_at    timestamptz,
  add column missing_since timestamptz check (missing_since is null or verified_at is not null),
  add column version       bigint not null default 1,
  add primary key (id);
-- What others write has these from here on; the rows that were there got theirs.
alter table control.tenant_domain alter column challenge drop default;

comment on table control.tenant_domain is 'PLATFORM: custom domains: claimed by any tenant, verified for one at the most; only verified ones lead to a tenant';
comment on column control.tenant_domain.challenge is 'what the TXT record must say; no secret, since DNS tells it everybody';

drop index control.tenant_domain_tenant;
create unique index tenant_domain_claim on control.tenant_domain (tenant_id, domain);
create unique index tenant_domain_verified on control.tenant_domain (domain) where verified_at is not null;
create index tenant_domain_created on control.tenant_domain (created_at, id);
