-- The month that a tenant has paid for, and its invoices. Which plan it has stands with the tenant.

create table subscription (
  tenant_id    uuid primary key,
  anchored_at  timestamptz,
  period_from  timestamptz,
  period_to    timestamptz check (period_to > period_from),
  billed_plan  text,
  price_minor  bigint check (price_minor >= 0),
  currency     text check (currency ~ '^[A-Z]{3}$'),
  next_plan    text,
  updated_at   timestamptz not null,
  version      bigint not null,
  check (num_nulls(anchored_at, period_from, period_to, billed_plan, price_minor, currency) in (0, 6)),
  check (next_plan is null or period_to is not null)
);
comment on table subscription is 'TENANT: the month that was billed, with its price in minor units, and the plan that comes when it ends';

create table invoice (
  tenant_id    uuid not null,
  id           uuid not null,
  number       int not null check (number > 0),
  issued_at    timestamptz not null,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor  bigint not null,
  lines        jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
comment on table invoice is 'TENANT: what a tenant is asked to pay, in minor units; never changed';
create index invoice_issued on invoice (tenant_id, issued_at desc, id desc);

do $$
declare
  owned text;
begin
  foreach owned in array array['subscription', 'invoice'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', owned);
  end loop;
end $$;

grant select, insert, update on subscription to freehold_app;
grant select, insert on invoice to freehold_app;
