-- A new key of checkpoints is introduced by the one before it, so that whoever kept that one can go on.

alter table control.audit_key add column introduction text;
comment on column control.audit_key.introduction is 'A signed note of the key before, over this one; null: the first';
