import assert from 'node:assert/strict';
import test from 'node:test';
import {EventCutter} from '../../main/frontend/platform/event-stream.js';

test('events are cut out of what comes in pieces, with the ids from which another stream goes on', () => {
  const cutter = new EventCutter();
  assert.deepEqual(cutter.take(': listening\n\nevent: event\nda'), []);
  assert.deepEqual(cutter.take('ta: {"a":1}\nid: 7\n\ndata: x\n\n'), [
    {type: 'event', data: '{"a":1}', id: '7'},
    {type: 'message', data: 'x'},
  ]);
});
