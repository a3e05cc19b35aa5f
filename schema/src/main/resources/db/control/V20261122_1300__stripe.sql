-- Stripe, for plans that are paid for there.

create table control.stripe_price (
  plan_id     text primary key references control.plan (id),
  price_id    text not null unique check (price_id ~ '^price_[A-Za-z0-9_]{1,248}$'),
  changed_at  timestamptz not null
);
comment on table control.stripe_price is 'PLATFORM: the price of Stripe at which a plan is sold; a plan without one is billed by invoices of our own';
grant select, insert, update, delete on control.stripe_price to freehold_app;

create table control.stripe_customer (
  customer_id  text primary key check (length(customer_id) between 1 and 255),
  tenant_id    uuid not null unique references control.tenant (id)
);
comment on table control.stripe_customer is 'PLATFORM: whose customer of Stripe it is; events name the customer and no tenant';
grant select, insert on control.stripe_customer to freehold_app;

create table control.stripe_event (
  event_id     text primary key check (length(event_id) between 1 and 255),
  type         text not null check (length(type) <= 255),
  received_at  timestamptz not null
);
comment on table control.stripe_event is 'PLATFORM: events of Stripe that were taken: the same one again changes nothing; forgotten when Stripe sends them no more';
create index stripe_event_received on control.stripe_event (received_at);
grant select, insert, delete on control.stripe_event to freehold_app;

alter table control.tenant add column bought jsonb check (bought is null or jsonb_typeof(bought) = 'object');
comment on column control.tenant.bought is 'entitlements that the tenant bought beside its plan; what was agreed with it goes first';
