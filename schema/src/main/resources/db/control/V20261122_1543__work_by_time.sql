-- Whoever takes work asks for what is due first, of whatever kind, and found it by reading all that there is for any time to come.

create index work_item_due_at on control.work_item (due_at);
drop index control.work_item_due;
