import {follow} from '../platform/follow.js';
import type {StreamEvent} from '../platform/event-stream.js';
import {type Deployment, isAtRest, type LogLine} from './release.js';

/** What is told while a deployment is followed. */
export interface Listener {
  state(deployment: Deployment): void;
  line(line: LogLine): void;
  connected(live: boolean): void;
}

/** Follows a deployment until it rests; a failure may yet be rolled back, so that only the end of the stream ends it. */
export async function followDeployment(deployment: Deployment, signal: AbortSignal, listener: Listener): Promise<void> {
  let now = deployment;
  const each = (event: StreamEvent): boolean => {
    if (event.type === 'log') {
      listener.line(JSON.parse(event.data) as LogLine);
    } else if (event.type === 'deployment') {
      const told = JSON.parse(event.data) as Deployment;
      if (told.id === deployment.id) {
        now = told;
        listener.state(now);
      }
    }
    return isAtRest(now) && now.status !== 'failed';
  };
  const path = `/api/releases/${deployment.release}/log/events?environment=${encodeURIComponent(deployment.environment)}`;
  await follow(path, signal, {each, ended: () => isAtRest(now), connected: listener.connected});
}
