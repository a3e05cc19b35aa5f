-- What belongs to the platform as a whole, and to people across tenants.
-- The first word of every table comment is its class: PLATFORM, USER, QUEUE or TENANT. A test holds the catalog to it.

create table control.tenant (
  id                uuid primary key,
  slug              text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name              text not null check (length(name) between 1 and 200),
  status            text not null check (status in ('pending', 'trial', 'active', 'suspended', 'archived')),
  tier              text not null check (tier in ('free', 'starter', 'professional', 'enterprise', 'custom')),
  parent_id         uuid references control.tenant (id),
  owner_email       text not null,
  trial_ends_at     timestamptz,
  settings          jsonb not null default '{}',
  placement_schema  text not null default 'tenant' check (placement_schema ~ '^[a-z][a-z0-9_]{0,62}$'),
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           bigint not null
);
comment on table control.tenant is 'PLATFORM: an organisation that bought the product';
create index tenant_parent on control.tenant (parent_id);

create table control.tenant_domain (
  domain       text primary key check (domain = lower(domain)),
  tenant_id    uuid not null references control.tenant (id),
  verified_at  timestamptz
);
comment on table control.tenant_domain is 'PLATFORM: custom domains; only verified ones lead to a tenant';
create index tenant_domain_tenant on control.tenant_domain (tenant_id);

create table control.data_key (
  id          uuid primary key,
  wrapped     bytea not null,
  created_at  timestamptz not null
);
comment on table control.data_key is 'PLATFORM: data keys, wrapped by the master key';

create table control.signing_key (
  kid             text primary key,
  public_jwk      text not null,
  private_sealed  bytea not null,
  created_at      timestamptz not null,
  retires_at      timestamptz not null,
  forgotten_at    timestamptz not null
);
comment on table control.signing_key is 'PLATFORM: keys that sign access tokens; published until forgotten_at';

create table control.app_user (
  id             uuid primary key,
  email          text not null unique check (email = lower(email) and length(email) <= 254),
  name           text not null check (length(name) between 1 and 200),
  active         boolean not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        bigint not null
);
comment on table control.app_user is 'USER: one person, one email, platform-wide';

create table control.credential (
  user_id        uuid primary key references control.app_user (id),
  password_hash  text not null,
  changed_at     timestamptz not null
);
comment on table control.credential is 'USER: the password of a person, as an Argon2id hash with its parameters';

create table control.user_tenant (
  user_id    uuid not null references control.app_user (id),
  tenant_id  uuid not null references control.tenant (id),
  primary key (user_id, tenant_id)
);
comment on table control.user_tenant is 'USER: in which tenants a person is an active member; written with the membership';
create index user_tenant_tenant on control.user_tenant (tenant_id);

create table control.sign_in_failure (
  email_hash    bytea primary key,
  failures      int not null,
  last_failure  timestamptz not null,
  locked_until  timestamptz
);
comment on table control.sign_in_failure is 'USER: failed sign-ins by SHA-256 of the address, the same for addresses that exist and that do not';

create table control.session (
  id            uuid primary key,
  user_id       uuid not null references control.app_user (id),
  created_at    timestamptz not null,
  last_used_at  timestamptz not null,
  expires_at    timestamptz not null,
  revoked_at    timestamptz,
  ip_address    text,
  user_agent    text
);
comment on table control.session is 'USER: a sign-in and its family of refresh tokens';
create index session_user_id on control.session (user_id);

create table control.refresh_token (
  token_hash  bytea primary key,
  session_id  uuid not null references control.session (id) on delete cascade,
  issued_at   timestamptz not null,
  used_at     timestamptz,
  expires_at  timestamptz not null
);
comment on table control.refresh_token is 'USER: SHA-256 of opaque refresh tokens; a second use revokes the session';
create index refresh_token_session on control.refresh_token (session_id);

create table control.work_item (
  id           uuid primary key,
  kind         text not null,
  tenant_id    uuid not null,
  subject_id   uuid not null,
  due_at       timestamptz not null,
  lease_until  timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  unique (kind, tenant_id, subject_id)
);
comment on table control.work_item is 'QUEUE: what must happen once and later; ids and times only';
create index work_item_due on control.work_item (kind, due_at);

create table control.audit_pending (
  event_id   uuid primary key,
  tenant_id  uuid not null
);
comment on table control.audit_pending is 'QUEUE: audit events not yet in the tree of their tenant';
create index audit_pending_tenant on control.audit_pending (tenant_id);

-- What belongs to no tenant lives in this one, so that tenant_id is never null.
insert into control.tenant (id, slug, name, status, tier, owner_email, created_at, updated_at, version)
values ('00000000-0000-7000-8000-000000000001', 'platform', 'Platform', 'active', 'custom', 'platform@freehold.example', now(), now(), 1);

grant usage on schema control to freehold_app, freehold_worker;
grant select, insert, update on control.tenant, control.app_user, control.credential to freehold_app;
grant select, insert, update, delete on control.session, control.tenant_domain, control.user_tenant, control.sign_in_failure, control.refresh_token to freehold_app;
grant select, insert on control.data_key to freehold_app;
grant select, insert, delete on control.signing_key to freehold_app;
grant select, insert, update, delete on control.work_item to freehold_app;
grant insert on control.audit_pending to freehold_app;
grant select, update, delete on control.work_item, control.audit_pending to freehold_worker;
grant select on control.flyway_history to freehold_app;
