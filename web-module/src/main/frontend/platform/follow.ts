import {stream} from './api.js';
import {EventCutter, type StreamEvent} from './event-stream.js';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 10_000;

/**
 * Follows a stream of events until `each` says that it is over. A lost connection is made again, with longer and
 * longer pauses; `connected` tells which it is.
 */
export async function follow(
  path: string,
  signal: AbortSignal,
  each: (event: StreamEvent) => boolean,
  connected: (live: boolean) => void,
): Promise<void> {
  let pause = FIRST_PAUSE_MILLIS;
  let over = false;
  while (!over && !signal.aborted) {
    try {
      const response = await stream(path, signal);
      connected(true);
      for await (const event of eventsIn(response)) {
        pause = FIRST_PAUSE_MILLIS;
        over = each(event);
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

async function* eventsIn(response: Response): AsyncGenerator<StreamEvent> {
  const cutter = new EventCutter();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) {
      return;
    }
    yield* cutter.take(value);
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
