import {stream} from './api.js';
import {EventCutter, type StreamEvent} from './event-stream.js';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 10_000;

/** Who is told of a stream. */
export interface Follower {
  /** Each event as it comes; true when there is nothing more to wait for. */
  each(event: StreamEvent): boolean;
  /** Whether a stream that the server has ended was the last. */
  ended?(): boolean;
  /** Whether events come at once. */
  connected(live: boolean): void;
}

/** Follows a stream of events until it is over. A lost connection is made again where it was lost, with longer and longer pauses. */
export async function follow(path: string, signal: AbortSignal, follower: Follower): Promise<void> {
  let pause = FIRST_PAUSE_MILLIS;
  let over = false;
  let last: string | undefined;
  while (!over && !signal.aborted) {
    try {
      const response = await stream(path, signal, last);
      follower.connected(true);
      for await (const event of eventsIn(response)) {
        pause = FIRST_PAUSE_MILLIS;
        last = event.id ?? last;
        over = follower.each(event);
      }
      over ||= follower.ended?.() ?? false;
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      follower.connected(false);
    }
    if (!over) {
      await wait(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
  follower.connected(false);
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
