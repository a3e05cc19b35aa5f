-- At which prices of Stripe a plan was sold before, so that who bought at one of them keeps the plan.

create table control.stripe_price_former (
  price_id  text primary key check (price_id ~ '^price_[A-Za-z0-9_]{1,248}$'),
  plan_id   text not null references control.plan (id),
  ended_at  timestamptz not null
);
comment on table control.stripe_price_former is 'PLATFORM: prices of Stripe at which a plan was sold: who pays at one of them, or still has its page open, has that plan';
grant select, insert on control.stripe_price_former to freehold_app;

-- Of a plan that was changed after its price was set, nobody here knows what that price of Stripe is; of these currencies Stripe counts
-- another unit. Both are sold no more until an operator sets the price again.
update control.stripe_price s set minor = null, currency = null
  from control.plan p where p.id = s.plan_id and (p.updated_at > s.changed_at or s.currency in ('ISK', 'UGX', 'MGA'));
