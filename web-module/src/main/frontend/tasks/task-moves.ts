import type {Task} from './task.js';

/** Where the moves of a task have ended. */
export interface Moved {
  /** As the last answer told it. */
  readonly task: Task;
  /** Why it is not where it was wanted; null when it is. */
  readonly failure: unknown;
}

/** Makes the moves of each task one after the other, each based on the answer before it. */
export class TaskMoves {
  private readonly wanted = new Map<string, string>();

  constructor(private readonly change: (task: Task, status: string) => Promise<Task>) {}

  /** Null while a move before this one is under way, which then goes on to the new place. */
  async move(task: Task, status: string): Promise<Moved | null> {
    const underWay = this.wanted.has(task.id);
    this.wanted.set(task.id, status);
    return underWay ? null : this.arrive(task);
  }

  private async arrive(task: Task): Promise<Moved> {
    let last = task;
    try {
      for (let next = this.next(last); next !== null; next = this.next(last)) {
        last = await this.change(last, next);
      }
      return {task: last, failure: null};
    } catch (failure) {
      return {task: last, failure};
    } finally {
      this.wanted.delete(task.id);
    }
  }

  private next(task: Task): string | null {
    const wanted = this.wanted.get(task.id) ?? task.status;
    return wanted === task.status ? null : wanted;
  }
}
