-- What a use was of when an upgrade took effect: it is that again when the release that carried it is undone.

alter table template_upgrade add column before_version text;
alter table template_upgrade add column before_digest text;
alter table template_upgrade add column before_answers jsonb;
alter table template_upgrade add column before_blueprint jsonb;
