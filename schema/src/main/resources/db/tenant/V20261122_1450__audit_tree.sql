-- The tree over the trail of a tenant (RFC 6962). Nothing of it is ever taken back: leaves and checkpoints are only added,
-- tiles only grow to the right, and so does the tree.

create table audit_tree (
  tenant_id     uuid primary key,
  origin        text not null,
  size          bigint not null check (size >= 0),
  subtrees      bytea not null,
  sealed_at     timestamptz not null,
  announced_at  timestamptz not null
);
comment on table audit_tree is 'TENANT: how far the trail is sealed: the number of leaves and the roots of the full subtrees; whoever seals holds this row';

create table audit_leaf (
  tenant_id  uuid not null,
  position   bigint not null check (position >= 0),
  event_id   uuid not null,
  primary key (tenant_id, position),
  unique (tenant_id, event_id)
);
comment on table audit_leaf is 'TENANT: the place of each event in the tree, from 0 and without gaps';

create table audit_tile (
  tenant_id  uuid not null,
  level      smallint not null check (level between 0 and 7),
  index      bigint not null check (index >= 0),
  hashes     bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (tenant_id, level, index)
);
comment on table audit_tile is 'TENANT: up to 256 hashes of the tree, of leaves or of full tiles of the level below (C2SP tlog-tiles)';
-- Hashes cannot be compressed.
alter table audit_tile alter column hashes set storage external;

create table audit_checkpoint (
  tenant_id  uuid not null,
  size       bigint not null check (size >= 0),
  root       bytea not null check (length(root) = 32),
  note       text not null,
  signed_at  timestamptz not null,
  primary key (tenant_id, size)
);
comment on table audit_checkpoint is 'TENANT: every checkpoint that was signed (C2SP tlog-checkpoint)';

do $$
declare
  owned text;
begin
  foreach owned in array array['audit_tree', 'audit_leaf', 'audit_tile', 'audit_checkpoint'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on audit_tree, audit_tile to freehold_app;
grant select, insert on audit_leaf, audit_checkpoint to freehold_app;
