import type {Tone} from '../components/parts.js';

/** A tenant as the API tells it. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly tier: string;
  readonly parent_slug: string | null;
  readonly owner_email: string;
  readonly trial_ends_at: string | null;
  readonly created_at: string;
}

export const TENANT_STATUSES = ['pending', 'trial', 'active', 'suspended', 'archived'];
export const TIERS = ['free', 'starter', 'professional', 'enterprise', 'custom'];

export function tenantTone(status: string): Tone {
  return ({active: 'good', trial: 'info', suspended: 'bad', pending: 'warn'} as Record<string, Tone>)[status] ?? 'calm';
}

/** What may be done to a tenant in a state, as the API names it. */
export function transitions(status: string): readonly string[] {
  return (
    ({
      pending: ['activate', 'archive'],
      trial: ['activate', 'suspend', 'archive'],
      active: ['suspend', 'archive'],
      suspended: ['resume', 'archive'],
      archived: ['resume'],
    } as Record<string, readonly string[]>)[status] ?? []
  );
}
