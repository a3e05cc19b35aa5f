import assert from 'node:assert/strict';
import test from 'node:test';
import {ago, day, duration, initials, number, shortNumber, size, words} from '../../main/frontend/platform/format.js';

const MINUTE = 60_000;

function inMillis(millis: number): string {
  return new Date(Date.now() + millis).toISOString();
}

test('a calendar day is the same west of Greenwich', () => {
  assert.equal(process.env['TZ'], 'America/Los_Angeles');
  assert.match(day('2026-11-21'), /21/);
  assert.equal(day(null), '–');
});

test('sizes are told with as many digits as matter', () => {
  assert.deepEqual([0, 999, 1_000, 9_950, 27_556, 5e9, 7e15].map(size), ['0 B', '999 B', '1.0 KB', '9.9 KB', '28 KB', '5.0 GB', '7000 TB']);
});

test('long numbers are shortened where there is little room', () => {
  assert.equal(number(999_999), '999,999');
  assert.equal(shortNumber(999_999), '999,999');
  assert.match(shortNumber(38_890_000), /^38\.89\s?[mM]$/);
});

test('moments are told by how far they are', () => {
  assert.equal(ago(null), 'never');
  assert.equal(ago(inMillis(-5_000)), 'just now');
  assert.equal(ago(inMillis(5_000)), 'in a moment');
  assert.equal(ago(inMillis(-5 * MINUTE)), '5 minutes ago');
  assert.equal(ago(inMillis(-25 * 60 * MINUTE)), 'yesterday');
  assert.equal(ago(inMillis(2 * 60 * MINUTE + 30_000)), 'in 2 hours');
});

test('a duration has the two units that matter', () => {
  assert.equal(duration(null, null), '–');
  assert.equal(duration('2026-11-21T10:00:00Z', '2026-11-21T10:00:42Z'), '42 s');
  assert.equal(duration('2026-11-21T10:00:00Z', '2026-11-21T10:02:05Z'), '2 min 5 s');
  assert.equal(duration('2026-11-21T10:00:00Z', '2026-11-21T13:30:00Z'), '3 h 30 min');
  assert.equal(duration('2026-11-21T10:00:01Z', '2026-11-21T10:00:00Z'), '0 s');
});

test('names of the wire are told as words', () => {
  assert.equal(words('in_progress'), 'In progress');
  assert.equal(words('project.created'), 'Project created');
  assert.equal(words('todo'), 'To do');
});

test('initials are of a name or of an address', () => {
  assert.equal(initials('Grace Okafor'), 'GO');
  assert.equal(initials('ada.lindqvist@people.example'), 'AL');
  assert.equal(initials('root'), 'R');
  assert.equal(initials(''), '?');
});
