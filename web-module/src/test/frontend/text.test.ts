import assert from 'node:assert/strict';
import test from 'node:test';
import {differences} from '../../main/frontend/audit/difference.js';
import {cronInWords} from '../../main/frontend/jobs/cron.js';
import {EventCutter} from '../../main/frontend/platform/event-stream.js';
import {kpiPatch} from '../../main/frontend/projects/kpi.js';
import {withLists} from '../../main/frontend/projects/lists.js';
import {matching} from '../../main/frontend/shell/matching.js';

test('times are told in words, or as they are', () => {
  assert.equal(cronInWords('15 4 * * 1'), 'At 04:15, on Mondays');
  assert.equal(cronInWords('0 3 * * *'), 'Every day at 03:00');
  assert.equal(cronInWords('*/5 * * * *'), 'Every 5 minutes');
  assert.equal(cronInWords('0 0 1 * *'), 'At 00:00, on day 1 of the month');
  assert.equal(cronInWords('0 0 1 1 *'), '0 0 1 1 *');
  assert.equal(cronInWords('whenever'), 'whenever');
});

test('differences are what was added, taken away and changed', () => {
  assert.deepEqual(
    differences({a: 1, b: 'x', c: null, d: [1]}, {a: 1, b: 'y', c: 2, d: [1]}).map(({name, kind}) => `${name} ${kind}`),
    ['b changed', 'c added'],
  );
});

test('events are cut where they end, however they arrive', () => {
  const cutter = new EventCutter();
  assert.deepEqual(cutter.take(': hello\n\nevent: run\nda'), []);
  assert.deepEqual(cutter.take('ta: {"a":1}\ndata: 2\n\n'), [{type: 'run', data: '{"a":1}\n2'}]);
  assert.deepEqual(cutter.take('data: x\n\ndata: y\n\n').map(({data}) => data), ['x', 'y']);
});

test('key figures are numbers where they look so, and null where they went away', () => {
  assert.deepEqual(
    kpiPatch({uptime: 99, churn: 4}, [
      {name: 'uptime', value: '99.5'},
      {name: ' speed ', value: '< 3 s'},
      {name: 'serial', value: '12345678901234567890'},
      {name: '', value: 'lost'},
    ]),
    {uptime: 99.5, churn: null, speed: '< 3 s', serial: '12345678901234567890'},
  );
});

test('lists are divided by commas', () => {
  assert.deepEqual(withLists({frameworks: ' Lit, ,esbuild ', allowed_ips: null, name: 'a, b', requires_approval: 'true'}), {
    frameworks: ['Lit', 'esbuild'],
    allowed_ips: [],
    name: 'a, b',
    requires_approval: true,
  });
});

test('a command is found by the beginnings of its words', () => {
  const all = [{title: 'New project'}, {title: 'Projects'}, {title: 'Sign out'}];
  assert.deepEqual(matching(all, 'pro').map(({title}) => title), ['New project', 'Projects']);
  assert.deepEqual(matching(all, 'PRO n').map(({title}) => title), ['New project']);
  assert.deepEqual(matching(all, 'ject'), []);
});
