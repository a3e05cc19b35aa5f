import assert from 'node:assert/strict';
import test from 'node:test';
import {askedIn, byKind, defaults, holds, stepOf, type Step, type Thing, typed} from '../../main/frontend/market/template.js';

const STEPS: readonly Step[] = [
  {title: 'Who', required: ['name'], properties: {name: {type: 'string'}, slug: {default: '{{ name | slug }}'}}},
  {
    title: 'Hook',
    properties: {hook: {type: 'boolean', default: false}},
    if: {properties: {hook: {const: true}}, required: ['hook']},
    then: {required: ['url'], properties: {url: {type: 'string'}, retry: {type: 'boolean', default: true}}},
    else: {properties: {reason: {type: 'string'}}},
  },
  {title: 'Retry', if: {properties: {retry: {const: true}}, required: ['retry']}, then: {properties: {times: {type: 'integer', default: 3}}}},
];

function names(index: number, answers: Record<string, unknown>): string[] {
  return askedIn(STEPS[index] as Step, answers).map(({name}) => name);
}

test('a condition decides what is asked, also in another step', () => {
  assert.deepEqual(names(1, {hook: false}), ['hook', 'reason']);
  assert.deepEqual(names(1, {}), ['hook', 'reason']);
  assert.deepEqual(names(1, {hook: true}), ['hook', 'url', 'retry']);
  assert.deepEqual(names(2, {hook: true, retry: true}), ['times']);
  assert.deepEqual(names(2, {hook: true}), []);
});

test('what has a default need not be answered', () => {
  assert.deepEqual(
    askedIn(STEPS[0] as Step, {}).map(({required}) => required),
    [true, false],
  );
});

test('defaults are taken until nothing more is asked, and those made of answers are left to the server', () => {
  assert.deepEqual(defaults(STEPS), {hook: false});
  assert.deepEqual(defaults([{properties: {hook: {default: true}}}, ...STEPS.slice(1)]), {hook: true, retry: true, times: 3});
});

test('what an answer reveals takes its default, and what was emptied stays empty', () => {
  assert.deepEqual(defaults(STEPS, {hook: true}, new Set(['hook', 'reason'])), {hook: true, retry: true, times: 3});
  assert.deepEqual(defaults(STEPS, {hook: true, retry: true}, new Set(['hook', 'url', 'retry', 'times'])), {hook: true, retry: true});
});

test('a text is trimmed, and a secret is not', () => {
  assert.equal(typed({type: 'string'}, ' a '), 'a');
  assert.equal(typed({type: 'string'}, '  '), undefined);
  assert.equal(typed({type: 'number'}, '1.5'), 1.5);
  assert.equal(typed({type: 'string', writeOnly: true}, ' a '), ' a ');
  assert.equal(typed({type: 'string', writeOnly: true}, ''), undefined);
});

test('an answer that is absent passes every test but that of required', () => {
  assert.equal(holds({properties: {a: {const: 1}}}, {}), true);
  assert.equal(holds({properties: {a: {const: 1}}, required: ['a']}, {}), false);
  assert.equal(holds({not: {required: ['a']}}, {}), true);
  assert.equal(holds({anyOf: [{required: ['a']}, {properties: {b: {minimum: 3}}, required: ['b']}]}, {b: 2}), false);
  assert.equal(holds({properties: {b: {enum: [[1], 2]}}}, {b: [1]}), true);
});

test('a fault opens the step that asks the question', () => {
  assert.equal(stepOf(STEPS, {hook: true}, ['/url']), 1);
  assert.equal(stepOf(STEPS, {}, ['/name/x', '/url']), 0);
  assert.equal(stepOf(STEPS, {}, ['']), 2);
});

test('things are told by their kind in the order in which they came', () => {
  const thing = (kind: string, key: string): Thing => ({kind, key, id: null, href: '/', outcome: 'made'});
  assert.deepEqual(
    byKind([thing('role', 'a'), thing('flag', 'b'), thing('role', 'c')]).map(([kind, all]) => [kind, all.length]),
    [
      ['role', 2],
      ['flag', 1],
    ],
  );
});
