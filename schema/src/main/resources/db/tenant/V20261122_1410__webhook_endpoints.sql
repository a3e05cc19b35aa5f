-- What an endpoint may ask for besides types of events, the secret that is on its way out, and tests of endpoints.

alter table webhook_endpoint
  add column filters                jsonb not null default '[]',
  add column header_names           jsonb not null default '[]',
  add column sealed_headers         bytea,
  add column workspace_id           uuid,
  add column max_retries            int not null default 11 check (max_retries between 0 and 20),
  add column retry_schedule_seconds jsonb,
  add column rate_limit_per_second  int check (rate_limit_per_second between 1 and 1000),
  add column redrive                boolean not null default false,
  add column client_certificate     text check (length(client_certificate) <= 20000),
  add column sealed_client_key      bytea,
  add column previous_sealed_secret bytea,
  add column previous_expires_at    timestamptz,
  add column rotated_at             timestamptz,
  add column rotation_accepted_at   timestamptz,
  add constraint webhook_endpoint_headers check ((sealed_headers is null) = (header_names = '[]')),
  add constraint webhook_endpoint_certificate check ((client_certificate is null) = (sealed_client_key is null)),
  add constraint webhook_endpoint_previous check ((previous_sealed_secret is null) = (previous_expires_at is null));
comment on table webhook_endpoint is 'TENANT: where a tenant wants to hear of events; secrets, header values and keys are encrypted';
