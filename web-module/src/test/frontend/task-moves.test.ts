import assert from 'node:assert/strict';
import test from 'node:test';
import {TaskMoves} from '../../main/frontend/tasks/task-moves.js';
import type {Task} from '../../main/frontend/tasks/task.js';

const TASK = {id: '1', status: 'todo', updated_at: 'v1'} as Task;

/** Answers each change when it is told to, and remembers what was asked. */
class Server {
  readonly asked: string[] = [];
  private answers: (() => void)[] = [];

  change = (task: Task, status: string): Promise<Task> => {
    this.asked.push(`${task.updated_at}: ${status}`);
    return new Promise((resolve) =>
      this.answers.push(() => resolve({...task, status, updated_at: `v${this.asked.length + 1}`})),
    );
  };

  async answer(): Promise<void> {
    this.answers.shift()!();
    await new Promise(setImmediate);
  }
}

test('a move while another is under way waits for its answer and builds on it', async () => {
  const server = new Server();
  const moves = new TaskMoves(server.change);

  const first = moves.move(TASK, 'in_progress');
  assert.equal(await moves.move({...TASK, status: 'in_progress'}, 'in_review'), null);
  assert.deepEqual(server.asked, ['v1: in_progress']);
  await server.answer();
  await server.answer();

  assert.deepEqual(server.asked, ['v1: in_progress', 'v2: in_review']);
  const moved = await first;
  assert.equal(moved!.task.status, 'in_review');
  assert.equal(moved!.failure, null);
});

test('whatever is passed on the way is not asked for', async () => {
  const server = new Server();
  const moves = new TaskMoves(server.change);

  const first = moves.move(TASK, 'in_progress');
  await moves.move(TASK, 'in_review');
  await moves.move(TASK, 'done');
  await server.answer();
  await server.answer();

  assert.deepEqual(server.asked, ['v1: in_progress', 'v2: done']);
  assert.equal((await first)!.task.status, 'done');
});

test('a refusal leaves the task where it was last, and the next move is free', async () => {
  const refusal = new Error('refused');
  const moves = new TaskMoves((task, status) => (status === 'done' ? Promise.reject(refusal) : Promise.resolve({...task, status})));

  assert.deepEqual(await moves.move(TASK, 'done'), {task: TASK, failure: refusal});
  assert.equal((await moves.move(TASK, 'in_review'))!.task.status, 'in_review');
});
