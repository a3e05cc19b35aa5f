-- Checkpoints that are to leave the installation, kept with what announces them until they have left.

create table control.checkpoint_copy (
  tenant_id     uuid not null,
  size          bigint not null check (size >= 0),
  log           text not null,
  note          text not null,
  announced_at  timestamptz not null,
  to_mail       boolean not null,
  to_store      boolean not null,
  store_at      timestamptz not null,
  refusals      int not null default 0,
  primary key (tenant_id, size)
);
comment on table control.checkpoint_copy is 'PLATFORM: announced checkpoints that are still to go out by mail or into the object store';
create index checkpoint_copy_to_store on control.checkpoint_copy (store_at, tenant_id, size) where to_store;
create index checkpoint_copy_to_mail on control.checkpoint_copy (tenant_id, size desc) where to_mail;

create table control.checkpoint_digest (
  single   boolean primary key default true check (single),
  made_at  timestamptz not null
);
comment on table control.checkpoint_digest is 'PLATFORM: when checkpoints were last put into a mail, one row; whoever makes the next holds it';

grant select, insert, update, delete on control.checkpoint_copy to freehold_app;
grant select, insert, update on control.checkpoint_digest to freehold_app;
