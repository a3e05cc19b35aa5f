-- What tenants can buy, as data; and which tenant has which. The plan that is sold with a tier is known by its tier; one that an
-- operator made is named by the tenant.

create table control.plan (
  id            text primary key check (id ~ '^[a-z][a-z0-9-]{1,62}$'),
  name          text not null check (length(name) between 1 and 200),
  description   text check (length(description) <= 10000),
  tier          text not null check (tier in ('free', 'starter', 'professional', 'enterprise', 'custom')),
  price_minor   bigint not null check (price_minor between 0 and 100000000000),
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  limits        jsonb not null,
  entitlements  jsonb not null,
  offered       boolean not null,
  tenants       jsonb not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  version       bigint not null
);
comment on table control.plan is 'PLATFORM: a plan: its price a month in minor units, what it gives at most (a meter that is not named has no limit) and what comes with it; tenants: slugs of those to whom it is offered, none: to all';

insert into control.plan (id, name, description, tier, price_minor, currency, limits, entitlements, offered, tenants, created_at, updated_at, version) values
  ('free', 'Free', 'To try it out.', 'free', 0, 'USD',
   '{"projects": 3, "workspaces": 2, "users": 5, "storage_bytes": 1073741824, "databases": 5, "api_calls": 10000, "webhook_messages": 1000}',
   '{"analytics": "none", "audit_retention_days": 365}', true, '[]', now(), now(), 1),
  ('basic', 'Basic', 'For a first team.', 'starter', 2900, 'USD',
   '{"projects": 10, "workspaces": 5, "users": 25, "storage_bytes": 10737418240, "databases": 10, "api_calls": 100000, "webhook_messages": 10000}',
   '{"analytics": "basic", "audit_retention_days": 1095}', true, '[]', now(), now(), 1),
  ('pro', 'Pro', 'For a company at work.', 'professional', 9900, 'USD',
   '{"workspaces": 25, "users": 100, "storage_bytes": 107374182400, "databases": 25, "api_calls": 1000000, "webhook_messages": 100000}',
   '{"analytics": "advanced", "custom_domains": true, "audit_retention_days": 2555}', true, '[]', now(), now(), 1),
  ('enterprise', 'Enterprise', 'For those who have to prove what they do.', 'enterprise', 49900, 'USD', '{}',
   '{"analytics": "advanced", "custom_domains": true, "sso": true, "scim": true, "audit_retention_days": 3650}', true, '[]', now(), now(), 1),
  ('custom', 'By agreement', 'What the operator agreed on with the tenant.', 'custom', 0, 'USD', '{}',
   '{"analytics": "advanced", "custom_domains": true, "sso": true, "scim": true, "audit_retention_days": 3650}', false, '[]', now(), now(), 1);

grant select, insert, update on control.plan to freehold_app;
grant select on control.plan to freehold_worker;

alter table control.tenant add column custom_plan text references control.plan (id) check (custom_plan is null or tier = 'custom');
comment on column control.tenant.custom_plan is 'the plan of an operator''s making that the tenant has; null: the one that is sold with its tier';
create index tenant_custom_plan on control.tenant (custom_plan);

create table control.billing_clock (
  tenant_id      uuid primary key references control.tenant (id),
  ahead_seconds  bigint not null check (ahead_seconds between 0 and 100000000)
);
comment on table control.billing_clock is 'PLATFORM: how far the clock of a tenant''s bills is ahead, where an operator tries out what the end of a month does';
grant select, insert, update on control.billing_clock to freehold_app;

-- Tenants that were there before there were subscriptions get theirs without a bill for the month that runs.
insert into control.work_item (id, kind, tenant_id, subject_id, due_at)
select gen_random_uuid(), 'subscription_adopt', id, id, now() from control.tenant where slug <> 'platform';
