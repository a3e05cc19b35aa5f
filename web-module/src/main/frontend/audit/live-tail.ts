import type {Parameters} from '../platform/api.js';
import {withParameters} from '../platform/api.js';
import {follow} from '../platform/follow.js';
import type {AuditEvent} from './events.js';

/** Who is told of the trail as it grows. */
export interface TailListener {
  event(event: AuditEvent): void;
  connected(live: boolean): void;
}

/** Follows the trail from now on, narrowed as the list is, until the signal ends it. */
export async function followTrail(parameters: Parameters, signal: AbortSignal, listener: TailListener): Promise<void> {
  const {after: _page, sort: _order, from: _from, to: _to, ...narrowing} = parameters;
  await follow(withParameters('/api/audit-logs/tail', narrowing), signal, {
    each: (event) => {
      if (event.type === 'event') {
        listener.event(JSON.parse(event.data) as AuditEvent);
      }
      return false;
    },
    connected: listener.connected,
  });
}
