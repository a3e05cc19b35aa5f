import {follow} from '../platform/follow.js';
import {isOver, type Run} from './job.js';

/** Follows a run until it is over: each state as it comes; `connected` tells whether it comes at once. */
export async function followRun(
  id: string,
  signal: AbortSignal,
  each: (run: Run) => void,
  connected: (live: boolean) => void,
): Promise<void> {
  let over = false;
  const seen = (event: {readonly type: string; readonly data: string}): boolean => {
    if (event.type === 'run') {
      const run = JSON.parse(event.data) as Run;
      over = isOver(run);
      each(run);
    }
    return over;
  };
  await follow(`/api/jobs/runs/${id}/events`, signal, {each: seen, connected});
}
