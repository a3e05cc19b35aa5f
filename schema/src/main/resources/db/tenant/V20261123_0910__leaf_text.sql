-- What somebody did to one leaf keeps no other from being found.

create function leaf_text(leaf bytea) returns text language plpgsql immutable strict as $$
begin
  return convert_from(leaf, 'UTF8');
exception
  when data_exception then return null;
end $$;
comment on function leaf_text(bytea) is 'The text that was hashed; null when it is no UTF-8';
