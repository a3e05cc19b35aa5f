import {get} from '../platform/api.js';
import type {DriftState, Policy} from '../environments/environment.js';
import {type Deployment, isAtWork} from './release.js';
import type {Metrics} from './metrics.js';

/** An environment, as far as the board needs it. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly url: string | null;
  readonly policy: Policy;
  readonly drift: DriftState;
}

/** What an environment has, and what wants in. */
export interface Stage {
  readonly environment: Place;
  readonly live: Deployment | null;
  readonly pending: readonly Deployment[];
}

export interface Board {
  readonly environments: readonly Stage[];
}

/** How many days the figures of delivery are about. */
const DAYS = 30;

const QUIET_MILLIS = 30_000;
const BUSY_MILLIS = 3_000;

export function readBoard(projectId: string, signal?: AbortSignal): Promise<Board> {
  return get<Board>('/api/releases/board', {project_id: projectId}, signal);
}

export function readMetrics(projectId: string, signal?: AbortSignal): Promise<Metrics> {
  return get<Metrics>('/api/releases/metrics', {project_id: projectId, days: DAYS}, signal);
}

/** When to look again: soon while something happens. */
export function pauseOf(board: Board): number {
  const busy = board.environments.some(({pending, live}) => [...pending, ...(live === null ? [] : [live])].some(isAtWork));
  return busy ? BUSY_MILLIS : QUIET_MILLIS;
}

/** Where what is live here goes next, or null where it is in the last environment or the next one has it already. */
export function nextOf(board: Board, index: number): Place | null {
  const here = board.environments[index]!.live;
  const next = board.environments[index + 1];
  if (here === null || next === undefined) {
    return null;
  }
  const known = [...next.pending, ...(next.live === null ? [] : [next.live])];
  return known.some(({release}) => release === here.release) ? null : next.environment;
}
