-- What a plan cost when its price of Stripe was set: another price by now is sold no more at the old one.

alter table control.stripe_price
  add column minor bigint check (minor between 1 and 100000000000),
  add column currency text check (currency ~ '^[A-Z]{3}$');
update control.stripe_price s set minor = p.price_minor, currency = p.currency
  from control.plan p where p.id = s.plan_id and p.price_minor > 0;
comment on column control.stripe_price.minor is 'the amount of the price, in minor units; null: not known, and nothing is sold at it until it is set again';
