import type {Tone} from '../components/parts.js';
import type {DeliveryStatus} from './webhook.js';

/** Which deliveries are sent again, and how fast. */
export interface ReplayWish {
  readonly endpoint_id: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: readonly DeliveryStatus[];
  readonly types: readonly string[] | null;
  readonly rate_per_minute: number | null;
}

/** What a replay would send. */
export interface Preview {
  readonly count: number;
  readonly bytes: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly estimated_seconds: number;
}

/** A replay of many, as the API tells it. */
export interface Replay {
  readonly id: string;
  readonly status: 'running' | 'completed' | 'cancelled';
  readonly kind: 'one' | 'many' | 'redrive';
  readonly selection: {readonly endpoint_id: string | null};
  readonly rate_per_minute: number;
  readonly total: number;
  readonly done: number;
  readonly delivered: number;
  readonly exhausted: number;
  readonly skipped: number;
  readonly created_at: string;
  readonly ended_at: string | null;
}

export function replayTone(status: Replay['status']): Tone {
  return status === 'completed' ? 'good' : status === 'cancelled' ? 'warn' : 'info';
}

/** What a form with these values wants sent again; moments are those of the browser's clock. */
export function wishOf(values: Readonly<Record<string, string | null>>, status: readonly DeliveryStatus[]): ReplayWish {
  const moment = (name: string): string | null => (values[name] == null ? null : new Date(values[name]).toISOString());
  return {
    endpoint_id: values['endpoint_id'] ?? null,
    from: moment('from'),
    to: moment('to'),
    status,
    types: values['type'] == null ? null : [values['type']],
    rate_per_minute: values['rate_per_minute'] == null ? null : Number(values['rate_per_minute']),
  };
}
