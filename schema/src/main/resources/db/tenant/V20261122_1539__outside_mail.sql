-- Mail to people whom only the settings of the operator know.

alter table mail add column outside boolean not null default false;
comment on column mail.outside is 'Whether user_id is no person but the id of an address in the settings';
