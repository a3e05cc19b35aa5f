import assert from 'node:assert/strict';
import test from 'node:test';
import {lineOf} from '../../main/frontend/platform/json-lines.js';
import {type Policy, textOf} from '../../main/frontend/policies/policy.js';

const TEXT = `{
  "na\\u006de": "A \\"b}\\", [c",
  "list": [1, [
    true, {}
  ], {
    "x/y": null, "~": -1.5e3}],
  "target":
    {"permissions": ["a:*"]}
}`;

for (const [pointer, line] of [
  ['', 1],
  ['/name', 2],
  ['/list', 3],
  ['/list/0', 3],
  ['/list/1/1', 4],
  ['/list/2', 5],
  ['/list/2/x~1y', 6],
  ['/list/2/~0', 6],
  ['/target', 8],
  ['/target/permissions/0', 8],
] as const) {
  test(`${pointer || 'the whole'} begins in line ${line}`, () => {
    assert.equal(lineOf(TEXT, pointer), line);
  });
}

test('what is absent is told where it would be', () => {
  assert.equal(lineOf(TEXT, '/effect'), 1);
  assert.equal(lineOf(TEXT, '/list/2/missing/more'), 5);
  assert.equal(lineOf(TEXT, '/list/7'), 3);
  assert.equal(lineOf(TEXT, '/name/deeper'), 2);
});

test('a policy is written without what only the server says and what is absent', () => {
  const policy = {
    id: '1',
    name: 'Office',
    description: null,
    effect: 'deny',
    priority: 0,
    report_only: false,
    enabled: true,
    not_before: null,
    expires: null,
    target: {permissions: ['a:*'], roles: []},
    condition: null,
    created_at: 'x',
    updated_at: 'y',
  } as unknown as Policy;
  assert.deepEqual(JSON.parse(textOf(policy)), {
    name: 'Office',
    effect: 'deny',
    priority: 0,
    report_only: false,
    enabled: true,
    target: {permissions: ['a:*']},
  });
});
