-- What is known here of a tenant's customer, subscription and bills at Stripe, and what Stripe still has to be told.

alter table subscription add column provider text not null default 'local' check (provider in ('local', 'stripe'));
comment on column subscription.provider is 'who collects what it costs; local: invoices are written, and nobody collects them';

create table stripe_account (
  tenant_id         uuid primary key,
  customer_id       text not null,
  subscription_id   text,
  item_id           text,
  status            text,
  wanted            text check (wanted in ('larger', 'smaller', 'end', 'gone')),
  wanted_plan       text,
  wanted_key        uuid,
  refusal           text check (length(refusal) <= 500),
  checkout_key      uuid,
  checkout_asked    text,
  checkout_session  text,
  checkout_url      text,
  checkout_until    timestamptz,
  looked_at         timestamptz,
  updated_at        timestamptz not null,
  version           bigint not null,
  check ((wanted is null) = (wanted_key is null))
);
comment on table stripe_account is 'TENANT: the customer of Stripe that the tenant is, its subscription there as last seen, what is to be changed there, and the checkout that is open';

create table stripe_invoice (
  tenant_id   uuid not null,
  stripe_id   text not null,
  invoice_id  uuid not null,
  reference   text,
  status      text not null,
  hosted_url  text,
  updated_at  timestamptz not null,
  primary key (tenant_id, stripe_id),
  unique (tenant_id, invoice_id)
);
comment on table stripe_invoice is 'TENANT: how an invoice stands that Stripe wrote: whether it is paid, and where it is seen and paid';

do $$
declare
  owned text;
begin
  foreach owned in array array['stripe_account', 'stripe_invoice'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on stripe_account, stripe_invoice to freehold_app;
