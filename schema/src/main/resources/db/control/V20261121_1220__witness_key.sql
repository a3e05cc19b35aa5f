-- The keys with which the installation says that it saw who approved a release.

create table control.witness_key (
  key_id          text primary key check (key_id ~ '^[0-9a-f]{64}$'),
  public_spki     bytea not null,
  private_sealed  bytea not null,
  created_at      timestamptz not null
);
comment on table control.witness_key is 'PLATFORM: Ed25519 keys that witness approvals; the newest signs, the others verify for ever';

-- Never changed and never removed: what was signed is verified years later.
grant select, insert on control.witness_key to freehold_app;
