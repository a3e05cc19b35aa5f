import type {Tone} from '../components/parts.js';

/** A test on a field of what is sent; all of an endpoint must hold. */
export interface Filter {
  readonly path: string;
  readonly op: 'eq' | 'ne' | 'in' | 'exists' | 'prefix' | 'gt' | 'lt';
  readonly value?: unknown;
}

/** The tests of filters, in words. */
export const OPERATORS: Readonly<Record<Filter['op'], string>> = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  prefix: 'begins with',
  gt: 'is more than',
  lt: 'is less than',
  exists: 'is there',
};

/** Where the tenant wants to hear of events, as the API tells it. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly string[];
  readonly filters: readonly Filter[];
  /** The values are masked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly workspace_id: string | null;
  readonly timeout_seconds: number;
  readonly max_retries: number;
  /** Null: the product's own. */
  readonly retry_schedule_seconds: readonly number[] | null;
  readonly rate_limit_per_second: number | null;
  readonly client_certificate: {readonly subject: string; readonly expires_at: string; readonly sha256: string} | null;
  readonly redrive: boolean;
  readonly status: EndpointStatus;
  readonly status_reason: string | null;
  readonly failing_since?: string | null;
  readonly secret_rotation: {readonly previous_expires_at: string | null; readonly accepted_at: string | null} | null;
  /** Null where the operator asks nobody. */
  readonly consent?: Consent | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Whether the receiver said that it wants the calls. */
export interface Consent {
  readonly status: 'asked' | 'granted' | 'refused';
  readonly asked_at: string;
  readonly rate_per_minute: number | null;
  readonly detail: string | null;
}

export type EndpointStatus = 'enabled' | 'paused' | 'disabled';

/** An endpoint with the secret that is told this once. */
export interface EndpointWithSecret extends Endpoint {
  readonly secret: string | null;
}

export type DeliveryStatus = 'pending' | 'delivered' | 'exhausted' | 'skipped';

export const DELIVERY_STATUSES: readonly DeliveryStatus[] = ['pending', 'delivered', 'exhausted', 'skipped'];

/** One message to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly message_id: string;
  readonly endpoint_id: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  /** Null for one from before they were numbered. */
  readonly sequence: number | null;
  readonly attempt_count: number;
  readonly next_attempt_at: string | null;
  readonly replay_id: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
  readonly attempts: readonly Attempt[];
}

/** One HTTP call. */
export interface Attempt {
  readonly id: string;
  /** Null for one that counts for nothing, since the fault was not the receiver's. */
  readonly number: number | null;
  readonly attempted_at: string;
  readonly status_code: number | null;
  readonly error: string | null;
  readonly duration_ms: number;
  readonly ip_address: string | null;
  readonly request_headers: Readonly<Record<string, unknown>> | null;
  readonly response_headers: Readonly<Record<string, unknown>> | null;
  readonly response_excerpt: string | null;
  readonly node: string;
}

/** What can be heard: an event of the product, or one that the tenant has named. */
export interface EventType {
  readonly type: string;
  readonly version: number;
  readonly description: string;
  readonly schema: unknown;
  readonly example: unknown;
  readonly origin: 'freehold' | 'tenant';
}

/** What is called, or is not for a reason. */
export function endpointState({status, consent}: Endpoint): {readonly word: string; readonly tone: Tone} {
  if (status !== 'enabled' || consent == null || consent.status === 'granted') {
    return {word: status, tone: endpointTone(status)};
  }
  return consent.status === 'asked' ? {word: 'asked for consent', tone: 'info'} : {word: 'no consent', tone: 'warn'};
}

export function endpointTone(status: EndpointStatus): Tone {
  return status === 'enabled' ? 'good' : status === 'paused' ? 'warn' : 'bad';
}

export function deliveryTone(status: DeliveryStatus): Tone {
  return status === 'delivered' ? 'good' : status === 'exhausted' ? 'bad' : status === 'skipped' ? 'warn' : 'info';
}

/** An endpoint where there is little room: its host and path. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
