-- Whether a tenant is suspended because its trial is over, so that it is open again when what it bought is paid.

alter table control.tenant add column trial_over boolean not null default false;
comment on column control.tenant.trial_over is 'suspended by the end of its trial, and by nobody';
-- Of those who were suspended before, only the hour tells why.
update control.tenant set trial_over = true
  where status = 'suspended' and updated_at between trial_ends_at and trial_ends_at + interval '10 minutes';
