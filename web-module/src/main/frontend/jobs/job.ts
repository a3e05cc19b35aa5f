import type {Tone} from '../components/parts.js';

export interface Parameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly required: boolean;
  readonly default_value: unknown;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly description: string;
}

export interface Job {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly scope: 'platform' | 'tenant';
  readonly parameters: readonly Parameter[];
  readonly last_run: Run | null;
}

export type Status = 'queued' | 'running' | 'stopping' | 'completed' | 'failed' | 'stopped' | 'abandoned';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
  readonly percent: number | null;
  readonly message: string | null;
}

export interface Run {
  readonly id: string;
  readonly job: string;
  readonly status: Status;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly trigger: 'request' | 'schedule';
  readonly started_by: {readonly type: string; readonly id: string | null; readonly email: string | null} | null;
  readonly node: string | null;
  readonly executions: number;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly heartbeat_at: string | null;
  readonly progress: Progress | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly exit_status: string | null;
  readonly error: string | null;
}

export interface LogLine {
  readonly id: string;
  readonly time: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
}

export interface Schedule {
  readonly id: string;
  readonly job: string;
  readonly cron: string;
  readonly zone: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  readonly next_fire_at: string | null;
  readonly last_fire_at: string | null;
  readonly last_run_id: string | null;
  readonly updated_at: string;
}

const TONES: Record<Status, Tone> = {
  queued: 'calm',
  running: 'info',
  stopping: 'warn',
  completed: 'good',
  failed: 'bad',
  stopped: 'warn',
  abandoned: 'calm',
};

export function statusTone(status: Status): Tone {
  return TONES[status];
}

export const STATUSES = Object.keys(TONES) as readonly Status[];

export function isOver(run: Run): boolean {
  return ['completed', 'failed', 'stopped', 'abandoned'].includes(run.status);
}
