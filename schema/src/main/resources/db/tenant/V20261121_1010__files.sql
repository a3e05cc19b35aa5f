-- What is known of files; their bytes are in the storage, under the ids of tenant and file.

create table file (
  tenant_id     uuid not null,
  id            uuid not null,
  project_id    uuid,
  task_id       uuid,
  name          text not null check (length(name) between 1 and 255),
  description   text check (length(description) <= 10000),
  content_type  text not null check (length(content_type) <= 255),
  size_bytes    bigint not null check (size_bytes >= 0),
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by   uuid,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, uploaded_by) references membership (tenant_id, user_id),
  check (task_id is null or project_id is not null)
);
comment on table file is 'TENANT: a file of a project, of a task in it, or of the tenant itself; the storage has its bytes';
create index file_created on file (tenant_id, created_at desc, id desc);
create index file_name on file (tenant_id, name, id);
create index file_size on file (tenant_id, size_bytes, id);
create index file_project on file (tenant_id, project_id, created_at desc, id desc);
create index file_task on file (tenant_id, task_id, created_at desc, id desc);
create index file_uploaded_by on file (tenant_id, uploaded_by);

create table file_usage (
  tenant_id   uuid not null,
  files       bigint not null check (files >= 0),
  size_bytes  bigint not null check (size_bytes >= 0),
  primary key (tenant_id)
);
comment on table file_usage is 'TENANT: how many files there are and how many bytes they take, counted with every change of them';

-- In the database, so that the count is right whoever writes. Whoever adds a file holds the row until the commit:
-- uploads at the same moment see each other's bytes, and none slips past the quota.
create function count_files() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    execute format('insert into %I.file_usage as u (tenant_id, files, size_bytes)'
      ' select tenant_id, count(*), sum(size_bytes) from changed group by tenant_id'
      ' on conflict (tenant_id) do update set files = u.files + excluded.files, size_bytes = u.size_bytes + excluded.size_bytes',
      tg_table_schema);
  else
    execute format('update %I.file_usage u set files = u.files - c.files, size_bytes = u.size_bytes - c.size_bytes'
      ' from (select tenant_id, count(*) as files, sum(size_bytes) as size_bytes from changed group by tenant_id) c'
      ' where u.tenant_id = c.tenant_id', tg_table_schema);
  end if;
  return null;
end $$;
create trigger file_added after insert on file referencing new table as changed for each statement execute function count_files();
create trigger file_removed after delete on file referencing old table as changed for each statement execute function count_files();

-- The figures of the overview: what was completed lately.
create index task_completed on task (tenant_id, completed_at) where completed_at is not null;

do $$
declare
  owned text;
begin
  foreach owned in array array['file', 'file_usage'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, delete on file to freehold_app;
grant select, insert, update on file_usage to freehold_app;
