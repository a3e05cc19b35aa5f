import {stream} from '../platform/api.js';
import {EventCutter} from '../platform/event-stream.js';
import {isOver, type Run} from './job.js';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 10_000;

/**
 * Follows a run until it is over: each state as it comes. A lost connection is made again, with longer and longer
 * pauses; `connected` tells which it is.
 */
export async function followRun(
  id: string,
  signal: AbortSignal,
  each: (run: Run) => void,
  connected: (live: boolean) => void,
): Promise<void> {
  let pause = FIRST_PAUSE_MILLIS;
  let over = false;
  while (!over && !signal.aborted) {
    try {
      const response = await stream(`/api/jobs/runs/${id}/events`, signal);
      connected(true);
      for await (const run of runsIn(response)) {
        pause = FIRST_PAUSE_MILLIS;
        over = isOver(run);
        each(run);
      }
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      connected(false);
    }
    if (!over) {
      await wait(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
  connected(false);
}

async function* runsIn(response: Response): AsyncGenerator<Run> {
  const cutter = new EventCutter();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) {
      return;
    }
    for (const event of cutter.take(value)) {
      if (event.type === 'run') {
        yield JSON.parse(event.data) as Run;
      }
    }
  }
}

function wait(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
