-- Templates of tenants that operators brought; those that come with the product are no rows.

create table control.template (
  id          text not null check (id ~ '^[a-z][a-z0-9-]{1,62}$'),
  version     text not null check (version ~ '^(0|[1-9][0-9]{0,4})([.](0|[1-9][0-9]{0,4})){2}$'),
  document    text not null check (octet_length(document) <= 262144),
  digest      text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  created_at  timestamptz not null,
  primary key (id, version)
);
comment on table control.template is 'PLATFORM: a version of a template, which never changes; digest is over the document as it stands here';
grant select, insert, delete on control.template to freehold_app;

-- A plan that was made for a tenant goes with it when that is undone.
grant delete on control.plan to freehold_app;
