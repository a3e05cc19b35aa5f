import {number, span} from '../platform/format.js';
import type {Attempt, Delivery} from './webhook.js';

const ERRORS: Readonly<Record<string, string>> = {
  dns: 'The name of the host leads to no address.',
  forbidden_address: 'The host lies in a network that may not be called.',
  no_consent: 'The host lies in a network whose receivers must agree first: this one is asked.',
  connection: 'Nobody took the call, or the connection broke.',
  tls: 'There was no secure connection: the certificate is not to be trusted, or the two sides did not agree.',
  timeout: 'The receiver did not answer in time.',
  redirect: 'The receiver sent the call elsewhere, and that is not followed.',
  client_error: 'The receiver refused the message.',
  server_error: 'The receiver failed at the message.',
  protocol: 'What came back was not HTTP.',
};

const REASONS: Readonly<Record<string, string>> = {
  endpoint_paused: 'The endpoint was paused when its turn came.',
  endpoint_disabled: 'The endpoint was disabled when its turn came.',
  endpoint_deleted: 'The endpoint was deleted before it arrived.',
  quota_exceeded: 'The messages of this month were used up.',
  no_consent: 'The receiver had not agreed to be called.',
  filtered: 'The filters of the endpoint left it out.',
  retries_exhausted: 'No attempt was accepted, and there are no more.',
  gone: 'The receiver answered 410: it wants no more messages.',
  replay_cancelled: 'Its replay was cancelled before its turn came.',
};

/** What became of one call, in a sentence. */
export function attemptInWords(attempt: Attempt): string {
  if (attempt.error === null) {
    return 'The receiver accepted the message.';
  }
  const said = attempt.status_code === null ? '' : ` It answered ${attempt.status_code}.`;
  return (ERRORS[attempt.error] ?? `It failed: ${attempt.error.replaceAll('_', ' ')}.`) + said;
}

/** What a reason means; of one that is not known here, its name. */
export function reasonInWords(reason: string): string {
  const known = REASONS[reason];
  return known ?? (reason.includes(' ') ? reason : `Because of: ${reason.replaceAll('_', ' ')}.`);
}

/** How long a call took. */
export function took(milliseconds: number): string {
  return milliseconds < 1_000 ? `${number(milliseconds)} ms` : span(milliseconds / 1_000);
}

/** How the newest deliveries to an endpoint went. */
export interface Health {
  readonly latest: readonly Delivery[];
  readonly delivered: number;
  readonly ended: number;
}

const SHOWN = 12;

/** The newest deliveries by endpoint, from a list in which the newest are first. */
export function healthByEndpoint(deliveries: readonly Delivery[]): ReadonlyMap<string, Health> {
  const byEndpoint = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const known = byEndpoint.get(delivery.endpoint_id) ?? [];
    if (known.length < SHOWN) {
      byEndpoint.set(delivery.endpoint_id, [...known, delivery]);
    }
  }
  return new Map([...byEndpoint].map(([endpoint, latest]) => [endpoint, healthOf(latest)]));
}

function healthOf(latest: readonly Delivery[]): Health {
  const ended = latest.filter(({status}) => status === 'delivered' || status === 'exhausted');
  return {latest, delivered: ended.filter(({status}) => status === 'delivered').length, ended: ended.length};
}
