-- Run once in the database for environments, by who made it: nobody but its owner may do anything there.
-- What only a superuser may take away is left alone for others.
do $$
declare
  closed text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute 'revoke all on schema public from public';
  if (select rolsuper from pg_roles where rolname = current_user) then
    -- So that it can say who holds a lock.
    execute 'grant pg_read_all_stats to freehold_environments';
    -- Large objects belong to no schema, and advisory locks are the keeper's.
    for closed in
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace
        and (p.proname like 'lo\_%' or p.proname in ('loread', 'lowrite') or p.proname like 'pg\_advisory\_%'
          or p.proname like 'pg\_try\_advisory\_%')
    loop
      execute format('revoke execute on function %s from public', closed);
      if closed like 'pg\_%' then
        execute format('grant execute on function %s to freehold_environments', closed);
      end if;
    end loop;
  end if;
end $$;
