-- What callers have left of their limits, for all nodes together. Lost when the database crashes, and nobody would miss it.

create unlogged table control.rate_bucket (
  id          text primary key check (length(id) <= 200),
  state       bytea,
  expires_at  bigint
);
comment on table control.rate_bucket is 'PLATFORM: how many requests a user, a key or a tenant has left; the state is the library''s, expires_at in milliseconds since 1970';
create index rate_bucket_expires on control.rate_bucket (expires_at);
grant select, insert, update, delete on control.rate_bucket to freehold_worker;
