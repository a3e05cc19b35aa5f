import assert from 'node:assert/strict';
import test from 'node:test';
import {type Board, nextOf, pauseOf} from '../../main/frontend/releases/board.js';
import {share, span} from '../../main/frontend/platform/format.js';
import {countdown, type Deployment, isAtRest, isInPlace, isOpen, soak} from '../../main/frontend/releases/release.js';
import {freezeWords, minutes, type Policy, policyWords} from '../../main/frontend/environments/environment.js';
import {localOf, momentOf} from '../../main/frontend/environments/freezes.js';

const POLICY: Policy = {approvals: 0, allow_self_approval: false, soak_minutes: 30, freeze: [], tombstone_days: 30};

function deployment(status: Deployment['status'], release = 'r1'): Deployment {
  return {status, release, live_at: '2026-01-31T12:00:00Z'} as Deployment;
}

function board(...places: readonly (readonly [Deployment | null, readonly Deployment[]])[]): Board {
  return {
    environments: places.map(([live, pending], index) => ({
      environment: {id: `e${index}`, name: `e${index}`, position: index, url: null, policy: POLICY, drift: 'unknown'},
      live,
      pending,
    })),
  };
}

test('a soak counts down from when the release was live', () => {
  const half = Date.parse('2026-01-31T12:15:00Z');
  assert.deepEqual(soak(deployment('soaking'), {policy: POLICY}, half), {left: 900_000, share: 0.5});
  assert.equal(soak(deployment('soaking'), {policy: POLICY}, half * 2)!.left, 0);
  assert.equal(soak(deployment('live'), {policy: POLICY}, half), null);
});

test('a countdown is told to the second only when it is short', () => {
  assert.deepEqual([500, 61_000, 3_600_000, 90_000_000].map(countdown), ['1 s', '1 min 1 s', '1 h 0 min', '25 h 0 min']);
});

test('what is live goes on to the next environment unless that has it or it waits there', () => {
  const live = deployment('live');
  assert.equal(nextOf(board([live, []], [null, []]), 0)?.name, 'e1');
  assert.equal(nextOf(board([live, []], [deployment('live', 'r0'), []]), 0)?.name, 'e1');
  assert.equal(nextOf(board([live, []], [live, []]), 0), null);
  assert.equal(nextOf(board([live, []], [null, [deployment('planned')]]), 0), null);
  assert.equal(nextOf(board([null, []], [null, []]), 0), null);
  assert.equal(nextOf(board([live, []]), 0), null);
});

test('the board looks again soon while something happens', () => {
  const quiet = pauseOf(board([deployment('soaking'), [deployment('planned')]]));
  assert.ok(pauseOf(board([null, [deployment('verifying')]])) < quiet);
  assert.ok(pauseOf(board([deployment('rolling_back'), []])) < quiet);
});

test('every state of a deployment is in its place, waits, or rests', () => {
  assert.deepEqual(
    (['planned', 'promoting', 'soaking', 'live', 'failed', 'rolled_back'] as const)
      .map((status) => deployment(status))
      .map((one) => [isOpen(one), isInPlace(one), isAtRest(one)]),
    [
      [true, false, true],
      [false, false, false],
      [false, true, false],
      [false, true, true],
      [false, false, true],
      [false, false, true],
    ],
  );
});

test('figures of delivery are told in their largest unit', () => {
  assert.deepEqual([null, 0, 42, 5_400, 36_000, 172_800].map(span), ['–', '0 s', '42 s', '1.5 h', '10 h', '2 d']);
  assert.deepEqual([null, 0, 0.125].map(share), ['–', '0 %', '13 %']);
});

test('a policy is told in a few words', () => {
  assert.equal(policyWords({...POLICY, soak_minutes: 0}), 'Nothing is asked');
  assert.equal(policyWords({...POLICY, approvals: 2}), '2 approvals, 30 min soak');
  assert.deepEqual([5, 60, 90].map(minutes), ['5 min', '1 h', '1 h 30 min']);
});

test('a freeze is told as it comes', () => {
  const weekly = {from_day: 'friday', from_time: '16:00', until_day: 'monday', until_time: '08:00', zone: 'UTC'};
  assert.equal(
    freezeWords({from: null, until: null, weekly, reason: 'x'}, String),
    'Each week, Friday 16:00 until Monday 08:00 (UTC)',
  );
  assert.equal(freezeWords({from: 'a', until: 'b', weekly: null, reason: 'x'}, String), 'a until b');
});

test('a moment goes into an input and comes back', () => {
  assert.equal(momentOf(localOf('2026-12-24T18:30:00.000Z')), '2026-12-24T18:30:00.000Z');
  assert.equal(momentOf(localOf(null)), null);
});
