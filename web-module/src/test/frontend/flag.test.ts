import assert from 'node:assert/strict';
import test from 'node:test';
import {BEGINNING, type Flag, flagIn, served, textOf, valuesOf} from '../../main/frontend/flags/flag.js';

test('values between commas are what the operator compares', () => {
  assert.deepEqual(valuesOf('in', ' pro, enterprise ,, 7'), ['pro', 'enterprise', '7']);
  assert.deepEqual(valuesOf('less_than', '7, 1.5, many'), [7, 1.5, 'many']);
  assert.deepEqual(valuesOf('present', ''), []);
});

test('a flag is written without what only the server says', () => {
  const told = {...BEGINNING, enabled: true, name: null, rules: [], environments: [], created_at: 'x', updated_at: 'y'} as unknown as Flag;
  const written = JSON.parse(textOf(told)) as Record<string, unknown>;
  assert.deepEqual(Object.keys(written).sort(), ['description', 'enabled', 'key', 'off_variant', 'otherwise', 'type', 'variants']);
});

test('what the form cannot show is left to the text', () => {
  assert.deepEqual(flagIn(textOf(BEGINNING)), BEGINNING);
  for (const text of ['', '[]', 'null', '{"variants": 1}', '{"variants": [], "otherwise": {}, "rules": 3}']) {
    assert.equal(flagIn(text), null);
  }
});

test('what is served is told in a few words', () => {
  assert.equal(served({variant: 'on'}), 'on');
  assert.equal(
    served({
      split: [
        {variant: 'on', percent: 12.5},
        {variant: 'off', percent: 87.5},
      ],
    }),
    '12.5 % on, 87.5 % off',
  );
});
