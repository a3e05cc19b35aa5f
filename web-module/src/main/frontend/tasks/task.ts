import type {Tone} from '../components/parts.js';

export interface Task {
  readonly id: string;
  readonly project_id: string;
  readonly title: string;
  readonly description: string | null;
  readonly status: string;
  readonly priority: string;
  readonly assignee_id: string | null;
  readonly due_date: string | null;
  readonly estimate_hours: number | null;
  readonly completed_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export const TASK_STATUSES = ['todo', 'in_progress', 'in_review', 'done', 'cancelled'];

/** The states that are columns of the board. */
export const BOARD = ['todo', 'in_progress', 'in_review', 'done'];

export function taskTone(status: string): Tone {
  return ({in_progress: 'info', in_review: 'warn', done: 'good'} as Record<string, Tone>)[status] ?? 'calm';
}

export function isOverdue(task: Task): boolean {
  const today = new Date().toISOString().slice(0, 10);
  return task.due_date !== null && task.due_date < today && task.status !== 'done' && task.status !== 'cancelled';
}
