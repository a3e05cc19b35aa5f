import assert from 'node:assert/strict';
import test from 'node:test';
import {percentOf, segments, topOf} from '../../main/frontend/components/scale.js';

test('the top of an axis is round, halves to a whole number and holds the most', () => {
  assert.deepEqual([0, 1, 2, 3, 7, 10, 73, 81, 101, 1_800].map(topOf), [2, 2, 2, 4, 8, 10, 80, 100, 200, 2_000]);
});

test('nothing and all are told only when they are', () => {
  assert.equal(percentOf(0, 10), 0);
  assert.equal(percentOf(1, 100_000), 1);
  assert.equal(percentOf(99_999, 100_000), 99);
  assert.equal(percentOf(10, 10), 100);
  assert.equal(percentOf(1_001, 1_000), 101);
  assert.equal(percentOf(13, 10), 130);
  assert.equal(percentOf(5, 0), 0);
});

test('the parts of a whole fill the bar in their proportion', () => {
  const [todo, done] = segments({todo: 30, cancelled: 0, done: 90});
  assert.equal(todo!.name, 'todo');
  assert.equal(done!.name, 'done');
  assert.ok(Math.abs(done!.width / todo!.width - 3) < 1e-9);
  assert.ok(Math.abs(done!.x + done!.width - 100) < 1e-9);
});

test('a small part is still seen', () => {
  const [, small] = segments({big: 1_000_000, small: 1});
  assert.ok(small!.width > 0.5);
  assert.ok(Math.abs(small!.x + small!.width - 100) < 1e-9);
  assert.deepEqual(segments({none: 0}), []);
});
