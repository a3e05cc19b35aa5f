-- Disclosures lie in months as their events do, so that both go together. Who writes to the trail waits while the rows are copied.

-- The owner sees what is there only while the policies are not forced upon the owner.
alter table audit_disclosure no force row level security;
alter table audit_disclosure rename to audit_disclosure_former;
alter index audit_disclosure_pkey rename to audit_disclosure_former_pkey;

create table audit_disclosure (
  tenant_id   uuid not null,
  event_id    uuid not null,
  path        text not null,
  subject_id  uuid not null,
  sealed      bytea not null,
  primary key (tenant_id, event_id, path)
) partition by range (event_id);
comment on table audit_disclosure is 'TENANT: salt and value behind a commitment in a leaf, sealed with the key of the person; deleting it erases';

do $$
declare
  named text;
  month timestamptz;
begin
  for named in
    select right(c.relname, 6) from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_event'::regclass and c.relname ~ '^audit_event_[0-9]{6}$' order by 1
  loop
    month := to_date(named, 'YYYYMM')::timestamp at time zone 'UTC';
    execute format('create table %I partition of audit_disclosure for values from (%L) to (%L)',
      'audit_disclosure_' || named, first_uuid_of(month),
      first_uuid_of((month at time zone 'UTC' + interval '1 month') at time zone 'UTC'));
  end loop;
  create table audit_disclosure_rest partition of audit_disclosure default;
end $$;

insert into audit_disclosure (tenant_id, event_id, path, subject_id, sealed)
select tenant_id, event_id, path, subject_id, sealed from audit_disclosure_former;
drop table audit_disclosure_former;

alter table audit_disclosure enable row level security;
alter table audit_disclosure force row level security;
create policy tenant_isolation on audit_disclosure using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select, insert, delete on audit_disclosure to freehold_app;
