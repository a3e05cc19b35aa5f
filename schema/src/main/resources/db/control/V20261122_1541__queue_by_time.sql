-- The queue is empty whenever its statistics are taken, and by those one of its indexes is as good as another. So that one
-- row is never looked for among all that are due, these two serve only who says that they are meant: no tenant is that one.

drop index control.delivery_due_unspread;
drop index control.delivery_due_at;
create index delivery_due_unspread on control.delivery_due (tenant_id, due_at)
  where endpoint_id is null and tenant_id <> '00000000-0000-0000-0000-000000000000';
create index delivery_due_at on control.delivery_due (lane, due_at)
  where endpoint_id is not null and tenant_id <> '00000000-0000-0000-0000-000000000000';
