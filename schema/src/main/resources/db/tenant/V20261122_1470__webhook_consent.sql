-- Whether a receiver said that it wants the calls (CloudEvents, HTTP 1.1 Web Hooks, section 4), and how many of them.

alter table webhook_endpoint
  add column consent                 text not null default 'not_required'
    check (consent in ('not_required', 'asked', 'granted', 'refused')),
  add column consent_origin          text check (length(consent_origin) <= 253),
  add column consent_rate_per_minute int check (consent_rate_per_minute > 0),
  add column consent_asked_at        timestamptz,
  add column consent_detail          text check (length(consent_detail) <= 500),
  add constraint webhook_endpoint_consent_origin check ((consent = 'granted') = (consent_origin is not null));
