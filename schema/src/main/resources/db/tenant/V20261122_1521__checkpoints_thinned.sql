-- Old checkpoints are thinned out, by this rule and no other, and what was announced last is known.

alter table audit_tree add column announced_size bigint not null default 0;

-- Of a past hour the newest is kept, of a day that is more than a week ago the newest: what lies between is proved by the tree itself.
create function thin_audit_checkpoints() returns bigint
language sql security definer as $$
  with known as (
    select size, row_number() over (
      partition by signed_at < now() - interval '7 days',
        date_trunc(case when signed_at < now() - interval '7 days' then 'day' else 'hour' end, signed_at, 'UTC')
      order by size desc) > 1 as superfluous
    from audit_checkpoint
    where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and signed_at < date_trunc('hour', now(), 'UTC')),
  thinned as (
    delete from audit_checkpoint c
    where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and c.size in (select size from known where superfluous order by size limit 1000)
    returning 1)
  select count(*) from thinned
$$;
do $$
begin
  execute format('alter function thin_audit_checkpoints() set search_path = %I, pg_temp', current_schema());
end $$;
comment on function thin_audit_checkpoints is 'Deletes the checkpoints of the tenant that the rule does not keep, a thousand at most, and answers how many; never the newest';
revoke execute on function thin_audit_checkpoints from public;
grant execute on function thin_audit_checkpoints to freehold_app;
