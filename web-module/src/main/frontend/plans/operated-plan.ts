import {valuesOf} from '../components/form.js';
import type {EntitlementValue, Plan} from './plan.js';

/** A plan with what only those see who operate the platform. */
export interface OperatedPlan extends Plan {
  readonly tier: string;
  /** Slugs of those to whom it is offered; none: to all. */
  readonly tenants: readonly string[];
  readonly updated_at: string;
}

/** Something that plans can give. */
export interface Entitlement {
  readonly name: string;
  readonly type: 'boolean' | 'integer' | 'string' | 'choice';
  readonly choices: readonly string[];
  readonly description: string;
}

/** The price of Stripe at which a plan is sold. */
export interface StripePrice {
  readonly plan: string;
  readonly price: string;
}

/** What a form says of a plan, as the API takes it. */
export function planOf(form: HTMLFormElement, meters: readonly string[], entitlements: readonly Entitlement[]): Record<string, unknown> {
  const values = valuesOf(form);
  const limits = meters.flatMap((meter) => {
    const most = values[limitField(meter)] ?? null;
    return most === null ? [] : [[meter, Number(most)]];
  });
  const given = entitlements.flatMap((one) => {
    const value = valueOf(one, values[entitlementField(one.name)] ?? null);
    return value === null ? [] : [[one.name, value]];
  });
  return {
    name: values['name'],
    description: values['description'],
    price: {amount: Number(values['amount'] ?? '0'), currency: (values['currency'] ?? '').toUpperCase()},
    limits: Object.fromEntries(limits),
    entitlements: Object.fromEntries(given),
    offered: values['offered'] !== undefined,
    tenants: (values['tenants'] ?? '').split(/[\s,]+/).filter((slug) => slug !== ''),
  };
}

/** Null where the plan gives the least there is. */
function valueOf({type}: Entitlement, text: string | null): EntitlementValue | null {
  return text === null ? null : type === 'boolean' ? true : type === 'integer' ? Number(text) : text;
}

export function limitField(meter: string): string {
  return `limit-${meter}`;
}

export function entitlementField(name: string): string {
  return `entitlement-${name}`;
}
