import assert from 'node:assert/strict';
import test from 'node:test';
import {barsOf, csvOf, headingOf, type Series} from '../../main/frontend/analytics/analytics.js';

const DONE: Series = {
  metric: 'tasks_completed',
  kind: 'flow',
  unit: 'count',
  description: 'Tasks done',
  points: [
    {date: '2026-02-27', value: 3},
    {date: '2026-03-01', value: 5},
  ],
};
const STORED: Series = {
  metric: 'storage_bytes',
  kind: 'level',
  unit: 'bytes',
  description: 'Bytes of files',
  points: [{date: '2026-03-01', value: 2_400_000}],
};

test('a day that nobody computed is drawn as nothing', () => {
  assert.deepEqual(barsOf(DONE), [
    {date: '2026-02-27', count: 3},
    {date: '2026-02-28', count: 0},
    {date: '2026-03-01', count: 5},
  ]);
  assert.deepEqual(barsOf({...DONE, points: []}), []);
});

test('bytes are drawn as megabytes, and the heading says so', () => {
  assert.deepEqual(barsOf(STORED), [{date: '2026-03-01', count: 2}]);
  assert.equal(headingOf(STORED), 'Bytes of files, in MB');
  assert.equal(headingOf(DONE), 'Tasks done');
});

test('the file has a row a day and a column a metric', () => {
  assert.equal(csvOf([DONE, STORED]), 'day,tasks_completed,storage_bytes\r\n2026-02-27,3,\r\n2026-03-01,5,2400000\r\n');
});
