import type {Tone} from '../components/parts.js';
import type {Policy} from '../environments/environment.js';

export type ReleaseStatus = 'draft' | 'prepared' | 'released' | 'failed' | 'rolled_back';

export interface Release {
  readonly id: string;
  readonly release_id: string;
  readonly project_id: string | null;
  readonly version: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly release_notes: string | null;
  readonly status: ReleaseStatus;
  readonly external: boolean;
  readonly bundle_digest: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export type DeploymentStatus =
  | 'planned'
  | 'awaiting_approval'
  | 'promoting'
  | 'verifying'
  | 'soaking'
  | 'live'
  | 'superseded'
  | 'failed'
  | 'rolling_back'
  | 'rolled_back'
  | 'discarded';

/** A release planned for one environment, and what became of it. */
export interface Deployment {
  readonly id: string;
  readonly release_id: string;
  readonly release: string;
  readonly version: string;
  readonly environment: string;
  readonly environment_id: string;
  readonly status: DeploymentStatus;
  readonly manifest_digest: string;
  readonly findings_count: Readonly<Record<Severity, number>>;
  readonly approvals: {readonly given: number; readonly required: number};
  readonly planned_at: string;
  readonly planned_by: string | null;
  readonly requested_by: string | null;
  readonly promoting_at: string | null;
  readonly live_at: string | null;
  readonly soaked_at: string | null;
  readonly ended_at: string | null;
  readonly steps: {readonly done: number; readonly total: number};
  readonly failure: {readonly code: string; readonly step: number | null; readonly message: string} | null;
  readonly rollback: {readonly automatic: boolean; readonly reason: string | null} | null;
}

export type Severity = 'info' | 'warning' | 'error';

export interface Step {
  readonly number: number;
  readonly change: number;
  readonly title: string;
  readonly action: 'sql' | 'index_concurrently' | 'validate' | 'backfill';
  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly part: 'transaction' | 'apart';
  readonly lock: string;
  readonly budget: {readonly lock_millis: number; readonly statement_millis: number; readonly attempts: number};
  readonly hazards: readonly {readonly rule: number; readonly message: string}[];
}

export interface Finding {
  readonly severity: Severity;
  readonly rule: number;
  readonly change: number;
  readonly message: string;
  readonly safe_form: string | null;
}

/** The plan on a scratch copy: up, down and up again. */
export interface DryRun {
  readonly start: string;
  readonly after_up: string;
  readonly after_down: string;
  readonly after_up_again: string;
  readonly reversible: boolean;
  readonly repeatable: boolean;
  readonly steps: readonly {
    readonly number: number;
    readonly millis: number;
    readonly rows_sampled: number;
    readonly rewritten_tables: readonly string[];
    readonly lock: string | null;
  }[];
  readonly sampled: readonly {readonly table: string; readonly rows: number}[];
}

export interface Plan {
  readonly plan: readonly Step[];
  readonly findings: readonly Finding[];
  readonly dry_run: DryRun | null;
}

export interface LogLine {
  readonly id: string;
  readonly time: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly step: number | null;
  readonly message: string;
}

/** What undoing would lose of what was written since. */
export interface LossPreview {
  readonly digest: string;
  readonly window: 'open' | 'tombstone' | 'past';
  readonly losses: readonly {readonly object: string; readonly rows: number; readonly what: string}[];
}

const TONES: Record<DeploymentStatus, Tone> = {
  planned: 'calm',
  awaiting_approval: 'warn',
  promoting: 'info',
  verifying: 'info',
  soaking: 'info',
  live: 'good',
  superseded: 'calm',
  failed: 'bad',
  rolling_back: 'warn',
  rolled_back: 'warn',
  discarded: 'calm',
};

const RELEASE_TONES: Record<ReleaseStatus, Tone> = {
  draft: 'calm',
  prepared: 'info',
  released: 'good',
  failed: 'bad',
  rolled_back: 'warn',
};

export const RELEASE_STATUSES = Object.keys(RELEASE_TONES) as readonly ReleaseStatus[];

export function deploymentTone(status: DeploymentStatus): Tone {
  return TONES[status];
}

export function releaseTone(status: ReleaseStatus): Tone {
  return RELEASE_TONES[status];
}

export function severityTone(severity: Severity): Tone {
  return severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'info';
}

/** Somebody works on it. */
export function isAtWork({status}: Deployment): boolean {
  return status === 'promoting' || status === 'verifying' || status === 'rolling_back';
}

/** It waits to be promoted. */
export function isOpen({status}: Deployment): boolean {
  return status === 'planned' || status === 'awaiting_approval';
}

/** It is what the environment has. */
export function isInPlace({status}: Deployment): boolean {
  return status === 'live' || status === 'soaking';
}

/** Nothing happens to it any more by itself. */
export function isAtRest(deployment: Deployment): boolean {
  return !isAtWork(deployment) && deployment.status !== 'soaking';
}

/** How many milliseconds of the soak are left, and how much of it is over; null when it does not soak. */
export function soak(deployment: Deployment, {policy}: {readonly policy: Policy}, now: number): {left: number; share: number} | null {
  if (deployment.status !== 'soaking' || deployment.live_at === null) {
    return null;
  }
  const whole = policy.soak_minutes * 60_000;
  const left = Math.max(0, Date.parse(deployment.live_at) + whole - now);
  return {left, share: whole === 0 ? 1 : 1 - left / whole};
}

/** How long there is to wait, to the second when it is short. */
export function countdown(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) {
    return `${hours} h ${minutes} min`;
  }
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
