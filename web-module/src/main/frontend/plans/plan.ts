import {number, size, words} from '../platform/format.js';
import type {Tone} from '../components/parts.js';

/** An amount with its currency, as the API tells it. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A plan that the tenant has or can choose. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly price: Money;
  readonly limits: Readonly<Record<string, number>>;
  readonly entitlements: Readonly<Record<string, EntitlementValue>>;
  readonly offered: boolean;
  /** It is had by paying for it first. */
  readonly checkout: boolean;
}

export type EntitlementValue = boolean | number | string;

/** What the tenant has. */
export interface Subscription {
  readonly plan: string;
  readonly name: string;
  readonly status: string;
  readonly price: Money;
  readonly period: {readonly from: string; readonly to: string} | null;
  readonly trial_ends_at: string | null;
  readonly scheduled: {readonly plan: string; readonly at: string} | null;
  readonly billing: Billing;
}

/** Who collects what the plan costs, and how that stands. */
export interface Billing {
  readonly provider: 'local' | 'stripe';
  readonly status: string | null;
  readonly pending_plan: string | null;
  readonly refusal: string | null;
  readonly portal: boolean;
}

/** What a change does, or would do. */
export interface Change {
  readonly plan: string;
  readonly moment: 'at_once' | 'at_period_end';
  readonly at: string;
  readonly due_now: Money;
  readonly lines: readonly InvoiceLine[];
  readonly over_limit: readonly OverLimit[];
  readonly entitlements: readonly {readonly name: string; readonly from: EntitlementValue; readonly to: EntitlementValue}[];
  readonly subscription: Subscription;
}

export interface OverLimit {
  readonly meter: string;
  readonly used: number;
  readonly limit: number;
  readonly things: readonly {readonly id: string; readonly name: string}[];
}

export interface InvoiceLine {
  readonly plan: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
}

export interface Invoice {
  readonly id: string;
  readonly number: number;
  readonly issued_at: string;
  readonly total: Money;
  readonly lines: readonly InvoiceLine[];
  /** Null where nobody collects it. */
  readonly status: string | null;
  readonly hosted_url: string | null;
}

export interface MeterUse {
  readonly meter: string;
  readonly used: number;
  readonly limit: number | null;
  readonly percent: number | null;
  readonly unit: 'count' | 'bytes';
}

/** How much of a meter, in its unit. */
export function amountOf(use: Pick<MeterUse, 'meter'>, value: number): string {
  return use.meter.endsWith('_bytes') ? size(value) : number(value);
}

/** What a plan gives, in a few lines. */
export function gives(plan: Plan): string[] {
  const limits = Object.entries(plan.limits).map(([meter, most]) => `${amountOf({meter}, most)} ${thing(meter)}`);
  const others = Object.entries(plan.entitlements)
    .filter(([, value]) => value !== false && value !== 0 && value !== '' && value !== 'none')
    .map(([name, value]) => (value === true ? titleOf(name) : `${titleOf(name)}: ${told(value)}`));
  return [...(limits.length === 0 ? ['No limits'] : limits), ...others];
}

const TITLES: Readonly<Record<string, string>> = {api_calls: 'API calls', storage_bytes: 'Storage', sso: 'SSO in the product', scim: 'SCIM in the product'};

/** A meter or an entitlement as people write it. */
export function titleOf(name: string): string {
  return TITLES[name] ?? words(name);
}

/** The same behind a number. */
function thing(meter: string): string {
  const title = titleOf(meter);
  return title.startsWith('API') ? title : title.toLowerCase();
}

export function told(value: EntitlementValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'number' ? number(value) : value;
}

/** Whether the plan is taken by way of a page of payment. */
export function isPaidFirst(plan: Plan, billing: Billing): boolean {
  return plan.checkout && billing.provider === 'local';
}

export function paymentTone(status: string): Tone {
  return status === 'active' || status === 'trialing' ? 'good' : status === 'past_due' ? 'warn' : 'bad';
}

export function useTone(percent: number | null): Tone {
  return percent === null || percent < 80 ? 'calm' : percent < 100 ? 'warn' : 'bad';
}
