import type {Tone} from '../components/parts.js';

/** A time of each week in which nothing is promoted. */
export interface WeeklyFreeze {
  readonly from_day: string;
  readonly from_time: string;
  readonly until_day: string;
  readonly until_time: string;
  readonly zone: string;
}

/** A time in which nothing is promoted: once, or each week. */
export interface Freeze {
  readonly from: string | null;
  readonly until: string | null;
  readonly weekly: WeeklyFreeze | null;
  readonly reason: string;
}

/** What must be true before a release gets into an environment. */
export interface Policy {
  readonly approvals: number;
  readonly allow_self_approval: boolean;
  readonly soak_minutes: number;
  readonly freeze: readonly Freeze[];
  readonly tombstone_days: number;
}

/** One object that is not as it was expected. */
export interface Difference {
  readonly object: string;
  readonly kind: 'added' | 'missing' | 'changed';
  readonly expected: string | null;
  readonly found: string | null;
}

export type DriftState = 'unknown' | 'in_sync' | 'drifted';

export interface Drift {
  readonly state: DriftState;
  readonly checked_at: string | null;
  readonly differences: readonly Difference[];
}

export interface Environment {
  readonly id: string;
  readonly project_id: string | null;
  readonly name: string;
  readonly position: number;
  readonly url: string | null;
  readonly health_url: string | null;
  readonly policy: Policy;
  readonly target: {
    readonly kind: 'managed' | 'outside';
    readonly jdbc_url: string | null;
    readonly user: string | null;
    readonly schema: string | null;
  };
  readonly fingerprint: string | null;
  readonly drift: Drift;
  readonly deployed_at: string | null;
  readonly updated_at: string;
}

const DRIFT_TONES: Record<DriftState, Tone> = {unknown: 'calm', in_sync: 'good', drifted: 'bad'};
const DRIFT_WORDS: Record<DriftState, string> = {unknown: 'not checked', in_sync: 'as released', drifted: 'drifted'};

export function driftTone(state: DriftState): Tone {
  return DRIFT_TONES[state];
}

export function driftWords(state: DriftState): string {
  return DRIFT_WORDS[state];
}

/** A freeze as people say it. */
export function freezeWords(freeze: Freeze, moment: (iso: string | null) => string): string {
  const {weekly} = freeze;
  return weekly === null
    ? `${moment(freeze.from)} until ${moment(freeze.until)}`
    : `Each week, ${day(weekly.from_day)} ${weekly.from_time} until ${day(weekly.until_day)} ${weekly.until_time} (${weekly.zone})`;
}

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function day(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a policy asks for, in a few words. */
export function policyWords(policy: Policy): string {
  const asked = [
    policy.approvals === 0 ? '' : `${policy.approvals} ${policy.approvals === 1 ? 'approval' : 'approvals'}`,
    policy.soak_minutes === 0 ? '' : `${minutes(policy.soak_minutes)} soak`,
    policy.freeze.length === 0 ? '' : `${policy.freeze.length} ${policy.freeze.length === 1 ? 'freeze' : 'freezes'}`,
  ].filter((one) => one !== '');
  return asked.length === 0 ? 'Nothing is asked' : asked.join(', ');
}

/** A number of minutes as people say it: 90 as “1 h 30 min”. */
export function minutes(count: number): string {
  const hours = Math.floor(count / 60);
  const rest = count % 60;
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
