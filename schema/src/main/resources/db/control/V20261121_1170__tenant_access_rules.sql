-- Whom a tenant lets in. What was in the settings until now was never enforced: it stays, switched off, as far as it
-- can be read.

alter table control.tenant add column access_rules jsonb;
comment on column control.tenant.access_rules is 'from which addresses calls come and of which email domains people are; null: from all and of all';

update control.tenant set
  access_rules = jsonb_build_object(
    'ip_allow_list', jsonb_build_object('mode', 'off', 'networks', (
      select coalesce(jsonb_agg(network(entry::inet)::text), '[]')
      from jsonb_array_elements_text(coalesce(settings -> 'ip_allow_list', '[]')) entry
      where pg_input_is_valid(entry, 'inet'))),
    'email_domains', jsonb_build_object('mode', 'off', 'domains', (
      select coalesce(jsonb_agg(lower(entry)), '[]')
      from jsonb_array_elements_text(coalesce(settings -> 'email_domains', '[]')) entry)))
where jsonb_array_length(coalesce(settings -> 'ip_allow_list', '[]')) > 0
  or jsonb_array_length(coalesce(settings -> 'email_domains', '[]')) > 0;

update control.tenant set settings = settings - 'ip_allow_list' - 'email_domains'
where settings ?| array['ip_allow_list', 'email_domains'];
