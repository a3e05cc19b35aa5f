import type {Tone} from '../components/parts.js';

/** A domain of a tenant as the API tells it. */
export interface Domain {
  readonly id: string;
  readonly domain: string;
  readonly tenant_slug: string;
  readonly status: 'pending' | 'verified';
  readonly txt_name: string;
  readonly txt_value: string;
  readonly created_at: string;
  readonly verified_at: string | null;
  readonly checked_at: string | null;
  readonly missing_since: string | null;
}

/** Where a domain is, for the eye: verified, but its record is gone, is something to look after. */
export function stateOf(domain: Domain): {readonly text: string; readonly tone: Tone} {
  if (domain.status === 'pending') {
    return {text: 'pending', tone: 'info'};
  }
  return domain.missing_since === null ? {text: 'verified', tone: 'good'} : {text: 'record missing', tone: 'warn'};
}
