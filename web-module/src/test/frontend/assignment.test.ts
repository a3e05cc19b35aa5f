import assert from 'node:assert/strict';
import test from 'node:test';
import {instantOf, standing} from '../../main/frontend/roles/assignment.js';

const NOON = Date.parse('2026-11-21T12:00:00Z');

test('an assignment counts from its first moment on and no longer at its end', () => {
  assert.equal(standing({not_before: null, expires_at: null}, NOON), 'counts');
  assert.equal(standing({not_before: '2026-11-21T12:00:00Z', expires_at: null}, NOON), 'counts');
  assert.equal(standing({not_before: '2026-11-21T12:00:01Z', expires_at: null}, NOON), 'later');
  assert.equal(standing({not_before: null, expires_at: '2026-11-21T12:00:00Z'}, NOON), 'over');
  assert.equal(standing({not_before: null, expires_at: '2026-11-21T12:00:01Z'}, NOON), 'counts');
});

test('what is typed by the clock on the wall is sent as a moment', () => {
  assert.equal(instantOf(null), null);
  assert.equal(instantOf('2026-01-01T00:00'), '2026-01-01T08:00:00.000Z');
});
