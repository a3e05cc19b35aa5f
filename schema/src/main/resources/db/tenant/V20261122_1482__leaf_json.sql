-- The bytes of an event as JSON: null where they are none, so that one damaged event stops no question that is asked of the whole trail.

create function leaf_json(leaf bytea) returns jsonb language plpgsql immutable strict as $$
begin
  return convert_from(leaf, 'UTF8')::jsonb;
exception
  -- No UTF-8, no JSON, a NUL within a text, or more than PostgreSQL can hold.
  when data_exception or program_limit_exceeded then return null;
end $$;
comment on function leaf_json(bytea) is 'The text that was hashed, as JSON; null when it is no JSON that PostgreSQL can hold';
