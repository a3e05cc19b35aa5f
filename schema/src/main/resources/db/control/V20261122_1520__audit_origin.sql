-- The name of the installation's logs as it was when the first event was recorded: it is hashed into all of them.

create table control.audit_origin (
  single  boolean primary key default true check (single),
  origin  text not null,
  since   timestamptz not null default now()
);
comment on table control.audit_origin is 'PLATFORM: the name of the logs of this installation, one row; the setting only names it the first time';

-- What was recorded before has it from the setting of then.
insert into control.audit_origin (origin)
select regexp_replace(origin, '/t/[^/]*$', '') from control.audit_head order by signed_at, tenant_id limit 1;

grant select, insert on control.audit_origin to freehold_app;
