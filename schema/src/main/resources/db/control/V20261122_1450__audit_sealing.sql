-- Sealing the trails of tenants into trees: what is still to be sealed is found by tenant and in the order of time.

drop index control.audit_pending_tenant;
create index audit_pending_tenant on control.audit_pending (tenant_id, event_id);

-- An event leaves the queue in the transaction that gives it its place in the tree, which is the tenant's.
grant select, delete on control.audit_pending to freehold_app;

create table control.audit_key (
  key_id          text primary key check (key_id ~ '^[0-9a-f]{64}$'),
  public_spki     bytea not null,
  private_sealed  bytea not null,
  created_at      timestamptz not null
);
comment on table control.audit_key is 'PLATFORM: Ed25519 keys that sign checkpoints; the newest signs, the others verify for ever';

-- Never changed and never removed: what was signed is verified years later.
grant select, insert on control.audit_key to freehold_app;

create table control.audit_head (
  tenant_id  uuid primary key,
  origin     text not null,
  size       bigint not null check (size >= 0),
  root       bytea not null check (length(root) = 32),
  signed_at  timestamptz not null,
  told_size  bigint not null check (told_size between 0 and size)
);
comment on table control.audit_head is 'PLATFORM: the newest checkpoint of each trail, and of which size the trail of the platform has been told';
create index audit_head_untold on control.audit_head (tenant_id) where told_size < size;
grant select, insert, update on control.audit_head to freehold_app;
