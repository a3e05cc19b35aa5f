-- What was sent is kept for a while, and then goes a month at a time: the server may neither make nor drop a table,
-- so that it asks for exactly this.

create function renew_message_partitions(keep_days int) returns int
language plpgsql security definer set lock_timeout = '5s' as $$
declare
  grown text;
  part text;
  month timestamp;
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  dropped int := 0;
begin
  if keep_days < 7 then
    raise exception 'Messages are kept for a week at the least';
  end if;
  foreach grown in array array['delivery_attempt', 'delivery', 'message'] loop
    for part in
      select c.relname from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
      where i.inhparent = grown::regclass and c.relname ~ ('^' || grown || '_[0-9]{6}$')
    loop
      month := to_date(right(part, 6), 'YYYYMM');
      if month + interval '1 month' < (now() at time zone 'UTC') - make_interval(days => keep_days) then
        execute format('drop table %I', part);
        dropped := dropped + 1;
      end if;
    end loop;
    for n in 0 .. 11 loop
      month := this_month + make_interval(months => n);
      part := grown || '_' || to_char(month, 'YYYYMM');
      if to_regclass(quote_ident(part)) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)', part, grown,
          first_uuid_of(month at time zone 'UTC'), first_uuid_of((month + interval '1 month') at time zone 'UTC'));
      end if;
    end loop;
  end loop;
  return dropped;
end $$;
do $$
begin
  execute format('alter function renew_message_partitions(int) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function renew_message_partitions(int) from public;
grant execute on function renew_message_partitions(int) to freehold_app;
