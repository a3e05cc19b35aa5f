-- Old checkpoints are thinned out, by this rule and no other, and what was announced last is known.

alter table audit_tree add column announced_size bigint not null default 0;

-- Of a past hour the newest is kept, of a day that is more than a week ago the newest: what lies between is proved by the tree itself.
create function thin_audit_checkpoints() returns bigint
language sql security definer as $$
  with thinned as (
    delete from audit_checkpoint c
    where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and c.signed_at < date_trunc('hour', now())
      and exists (
        select from audit_checkpoint n
        where n.tenant_id = c.tenant_id and n.size > c.size
          and date_trunc(case when c.signed_at < now() - interval '7 days' then 'day' else 'hour' end, n.signed_at, 'UTC')
            = date_trunc(case when c.signed_at < now() - interval '7 days' then 'day' else 'hour' end, c.signed_at, 'UTC'))
    returning 1)
  select count(*) from thinned
$$;
do $$
begin
  execute format('alter function thin_audit_checkpoints() set search_path = %I, pg_temp', current_schema());
end $$;
comment on function thin_audit_checkpoints is 'Deletes the checkpoints of the tenant that the rule does not keep, and answers how many; never the newest';
revoke execute on function thin_audit_checkpoints from public;
grant execute on function thin_audit_checkpoints to freehold_app;
