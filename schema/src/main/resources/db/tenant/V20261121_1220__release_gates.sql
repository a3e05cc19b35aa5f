-- Who approved what, with which keys, and how each deployment fared at its gates.

create table approver_key (
  tenant_id   uuid not null,
  id          uuid not null,
  user_id     uuid not null,
  name        text not null check (length(name) between 1 and 200),
  algorithm   text not null check (algorithm in ('ed25519', 'ecdsa_p256')),
  key_id      text not null check (key_id ~ '^[0-9a-f]{64}$'),
  spki        bytea not null,
  created_at  timestamptz not null,
  revoked_at  timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_id),
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id)
);
comment on table approver_key is 'TENANT: a public key that a member signs approvals with; a revoked one still verifies what it signed';
create index approver_key_user on approver_key (tenant_id, user_id, created_at desc, id desc);
create index approver_key_created on approver_key (tenant_id, created_at desc, id desc);

create table release_approval (
  tenant_id        uuid not null,
  id               uuid not null,
  deployment_id    uuid not null,
  user_id          uuid not null,
  decision         text not null check (decision in ('approved', 'rejected')),
  comment          text check (length(comment) <= 2000),
  manifest_digest  text not null check (manifest_digest ~ '^sha256:[0-9a-f]{64}$'),
  key_id           uuid,
  envelope         jsonb not null,
  at               timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, deployment_id, user_id, decision),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references membership (tenant_id, user_id),
  foreign key (tenant_id, key_id) references approver_key (tenant_id, id)
);
comment on table release_approval is 'TENANT: what somebody said of a planned deployment, as a signed envelope; never changed';
create index release_approval_user on release_approval (tenant_id, user_id);
create index release_approval_key on release_approval (tenant_id, key_id);

create table deployment_gate (
  tenant_id      uuid not null,
  deployment_id  uuid not null,
  gate           text not null check (gate in ('upstream', 'approvals', 'freeze', 'fingerprint', 'backup', 'health')),
  outcome        text not null check (outcome in ('passed', 'failed', 'waived')),
  evidence       jsonb not null,
  at             timestamptz not null,
  primary key (tenant_id, deployment_id, gate),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id) on delete cascade
);
comment on table deployment_gate is 'TENANT: how a deployment fared at each gate';

-- The last word on approvals: whatever way a deployment came to be, it gets no further than its plan without those that its environment
-- wants. Tables are named with the schema of the deployment, so that no search path leads elsewhere. What was deployed by other means is
-- recorded only, and has no bundle that anything could be done with.
create function deployment_approved() returns trigger language plpgsql as $$
declare
  wanted int;
  by_project int;
  self boolean;
  recorded boolean;
  rejections int;
  approvals int;
begin
  execute format('select external and bundle is null from %I.release where tenant_id = $1 and id = $2', tg_table_schema)
    into recorded using new.tenant_id, new.release_id;
  if recorded then
    return new;
  end if;
  execute format('select coalesce((policy ->> ''approvals'')::int, 0), coalesce((policy ->> ''allow_self_approval'')::boolean, false)'
    ' from %I.environment where tenant_id = $1 and id = $2', tg_table_schema)
    into wanted, self using new.tenant_id, new.environment_id;
  if wanted is null then
    raise exception 'deployment % has no environment that says how many approvals it wants', new.id
      using errcode = 'check_violation', constraint = 'deployment_approved', table = 'deployment';
  end if;
  execute format('select greatest($1, 1) from %1$I.release r join %1$I.project p on p.tenant_id = r.tenant_id and p.id = r.project_id'
    ' where r.tenant_id = $2 and r.id = $3 and p.requires_approval', tg_table_schema)
    into by_project using wanted, new.tenant_id, new.release_id;
  wanted := coalesce(by_project, wanted);
  execute format('select count(*) filter (where a.decision = ''rejected''),'
    ' count(distinct a.user_id) filter (where a.decision = ''approved'' and ($4 or'
    '   a.user_id is distinct from $5 and a.user_id is distinct from $6 and a.user_id is distinct from r.created_by'
    '   and a.user_id is distinct from (select f.planned_by from %1$I.deployment f'
    '     where f.tenant_id = $1 and f.release_id = r.id order by f.id limit 1)))'
    ' from %1$I.release r left join %1$I.release_approval a on a.tenant_id = r.tenant_id and a.deployment_id = $2 and a.manifest_digest = $3'
    ' where r.tenant_id = $1 and r.id = $7', tg_table_schema)
    into rejections, approvals
    using new.tenant_id, new.id, new.manifest_digest, self, new.planned_by, new.requested_by, new.release_id;
  if rejections > 0 or approvals < wanted then
    raise exception 'deployment % has % of % approvals and % rejections', new.id, approvals, wanted, rejections
      using errcode = 'check_violation', constraint = 'deployment_approved', table = 'deployment';
  end if;
  return new;
end $$;

create trigger deployment_approved_when_made before insert on deployment for each row
  when (new.status in ('promoting', 'verifying', 'soaking', 'live', 'superseded'))
  execute function deployment_approved();
create trigger deployment_approved_when_changed before update on deployment for each row
  when (new.status in ('promoting', 'verifying', 'soaking', 'live', 'superseded')
    and (old.status not in ('promoting', 'verifying', 'soaking', 'live', 'superseded')
      or old.manifest_digest is distinct from new.manifest_digest
      or old.environment_id is distinct from new.environment_id))
  execute function deployment_approved();

do $$
declare
  owned text;
begin
  foreach owned in array array['approver_key', 'release_approval', 'deployment_gate'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

-- Keys are revoked, never changed and never removed; approvals are neither.
grant select, insert, update on approver_key to freehold_app;
grant select, insert on release_approval to freehold_app;
grant select, insert, update on deployment_gate to freehold_app;
