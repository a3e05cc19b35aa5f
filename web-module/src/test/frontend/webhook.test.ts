import assert from 'node:assert/strict';
import test from 'node:test';
import {patternsOf} from '../../main/frontend/webhooks/catalogue.js';
import {filterText, filterValue, headerPatch, listOf} from '../../main/frontend/webhooks/endpoint-body.js';
import type {Attempt, Delivery, EventType} from '../../main/frontend/webhooks/webhook.js';
import {attemptInWords, healthByEndpoint, reasonInWords, took} from '../../main/frontend/webhooks/words.js';

function delivery(endpoint_id: string, status: Delivery['status']): Delivery {
  return {endpoint_id, status} as Delivery;
}

test('what becomes of an endpoint is told from its newest deliveries', () => {
  const given = [delivery('a', 'delivered'), delivery('b', 'pending'), delivery('a', 'exhausted'), delivery('a', 'skipped')];
  const health = healthByEndpoint(given);
  assert.deepEqual([health.get('a')!.delivered, health.get('a')!.ended, health.get('a')!.latest.length], [1, 2, 3]);
  assert.deepEqual([health.get('b')!.delivered, health.get('b')!.ended], [0, 0]);
  assert.equal(healthByEndpoint(Array.from({length: 40}, () => delivery('c', 'delivered'))).get('c')!.latest.length, 12);
});

test('an attempt is told in plain words', () => {
  const told = (error: string | null, status_code: number | null): string => attemptInWords({error, status_code} as Attempt);
  assert.equal(told(null, 204), 'The receiver accepted the message.');
  assert.equal(told('server_error', 503), 'The receiver failed at the message. It answered 503.');
  assert.equal(told('timeout', null), 'The receiver did not answer in time.');
  assert.equal(told('of_the_future', null), 'It failed: of the future.');
});

test('a reason that is a sentence already stays as it is', () => {
  assert.equal(reasonInWords('The receiver answered 410 Gone.'), 'The receiver answered 410 Gone.');
  assert.match(reasonInWords('endpoint_paused'), /paused/);
  assert.equal(reasonInWords('of_the_future'), 'Because of: of the future.');
});

test('how long a call took', () => {
  assert.equal(took(12), '12 ms');
  assert.equal(took(1_500), '1.5 s');
});

test('the value of a filter is what the test takes', () => {
  assert.equal(filterValue('eq', ' high '), 'high');
  assert.equal(filterValue('gt', '12.5'), 12.5);
  assert.equal(filterValue('eq', 'true'), true);
  assert.deepEqual(filterValue('in', 'high, 3 ,'), ['high', 3]);
  assert.equal(filterText(['high', 3]), 'high, 3');
  assert.equal(filterText(undefined), '');
});

test('headers that are gone are null, and a masked value goes back as it came', () => {
  const before = {'X-Tenant': '••••', 'X-Old': '••••'};
  const rows = [
    {name: 'X-Tenant', value: '••••'},
    {name: 'X-New', value: 'secret'},
    {name: '', value: 'nothing'},
  ];
  assert.deepEqual(headerPatch(before, rows), {'X-Tenant': '••••', 'X-Old': null, 'X-New': 'secret'});
  assert.deepEqual(headerPatch({}, []), {});
});

test('events are one a line', () => {
  assert.deepEqual(listOf('project.*\n\n task.created ', /[\s,]+/), ['project.*', 'task.created']);
  assert.deepEqual(listOf(null, /,/), []);
});

test('the patterns to choose from are all, kinds, and types', () => {
  const types = [{type: 'task.created'}, {type: 'project.created'}] as EventType[];
  assert.deepEqual(patternsOf(types), ['*', 'project.*', 'project.created', 'task.*', 'task.created']);
});
