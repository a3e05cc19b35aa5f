-- What is made of templates, and the pages that a tenant's product shows.

create table template_use (
  tenant_id         uuid not null,
  id                uuid not null,
  run_id            uuid not null,
  template_id       text not null,
  template_version  text not null,
  template_digest   text not null,
  made_tenant_id    uuid not null,
  tenant_slug       text not null,
  answers           jsonb not null,
  blueprint         jsonb not null,
  plans             jsonb not null,
  status            text not null check (status in ('making', 'made', 'undoing', 'undone')),
  failure           text check (length(failure) <= 2000),
  created_at        timestamptz not null,
  ended_at          timestamptz,
  version           bigint not null,
  primary key (tenant_id, id)
);
comment on table template_use is 'TENANT: a use of a template, a row of the platform''s own tenant: the answers without secrets, and frozen with them what is to be made';
create index template_use_created on template_use (tenant_id, created_at desc, id desc);

create table template_use_item (
  tenant_id  uuid not null,
  use_id     uuid not null,
  kind       text not null,
  key        text not null,
  thing_id   uuid,
  href       text not null,
  outcome    text not null check (outcome in ('made', 'changed', 'found')),
  at         timestamptz not null,
  primary key (tenant_id, use_id, kind, key)
);
comment on table template_use_item is 'TENANT: what a use of a template made or took in this tenant, written in the transaction that did so';

create table tenant_page (
  tenant_id   uuid not null,
  id          uuid not null,
  key         text not null check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  title       text not null,
  path        text not null,
  icon        text,
  position    int not null,
  content     jsonb not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on table tenant_page is 'TENANT: a page of the tenant''s product, with its texts';

do $$
declare
  owned text;
begin
  foreach owned in array array['template_use', 'template_use_item', 'tenant_page'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on template_use to freehold_app;
grant select, insert on template_use_item to freehold_app;
grant select, insert, update, delete on tenant_page to freehold_app;
