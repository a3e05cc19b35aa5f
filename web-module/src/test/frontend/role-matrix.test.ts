import assert from 'node:assert/strict';
import test from 'node:test';
import {type CellState, chosenRoles, grouped, moved, nextStep, statesOf} from '../../main/frontend/roles/matrix.js';
import {type Entries, entriesOf, type MatrixRole} from '../../main/frontend/roles/role.js';

const EMPTY: Entries = {grants: [], denies: []};

function after(role: Entries, permission: string, state: CellState): Entries {
  const step = nextStep(role, permission, state);
  assert.ok('entries' in step, 'because' in step ? step.because : '');
  return step.entries;
}

function refusal(role: Entries, permission: string): string {
  const step = nextStep(role, permission, 'denied');
  assert.ok('because' in step, 'The step is made');
  return step.because;
}

function role(name: string, more: Partial<MatrixRole> = {}): MatrixRole {
  return {name, built_in: false, workspace_id: null, version: 0, granted: [], inherited: [], denied: [], ...more};
}

test('a cell goes from not held to granted to denied, and a way round changes nothing', () => {
  const granted = after(EMPTY, 'files:write', 'none');
  assert.deepEqual(granted, {grants: ['files:write'], denies: []});
  const denied = after(granted, 'files:write', 'granted');
  assert.deepEqual(denied.denies, ['files:write']);
  assert.deepEqual(after(denied, 'files:write', 'denied'), EMPTY);
});

test('what is inherited or comes from a wildcard is denied, and given back again', () => {
  const wide: Entries = {grants: ['files:*'], denies: []};
  const denied = after(wide, 'files:write', 'granted');
  assert.deepEqual(denied, {grants: ['files:*'], denies: ['files:write']});
  assert.deepEqual(after(denied, 'files:write', 'denied'), wide);
  assert.deepEqual(after(EMPTY, 'files:read', 'inherited'), {grants: [], denies: ['files:read']});
});

test('other entries stay as they are written, in their order', () => {
  const before: Entries = {grants: ['b:read', 'a:*'], denies: ['c:read']};
  assert.deepEqual(after(before, 'd:read', 'none'), {grants: ['b:read', 'a:*', 'd:read'], denies: ['c:read']});
});

for (const wider of ['files:*', '*:*', '*:write', 'files:read', 'files:write']) {
  test(`a cell that ${wider} denies says so and stays`, () => {
    assert.match(refusal({grants: [], denies: [wider]}, 'files:admin'), new RegExp(wider.replaceAll('*', '\\*')));
  });
}

for (const other of ['files:admin', 'files:export', 'teams:*', '*:admin']) {
  test(`${other} denies nothing of files:write`, () => {
    const before: Entries = {grants: [], denies: [other, 'files:write']};
    assert.deepEqual(after(before, 'files:write', 'denied').denies, [other]);
  });
}

test('actions that stand apart are denied by their name and by a star only', () => {
  assert.match(refusal({grants: [], denies: ['audit:read']}, 'audit:export'), /inherits/);
  assert.match(refusal({grants: [], denies: ['audit:*']}, 'audit:export'), /audit:\*/);
});

test('a deny that is inherited is told', () => {
  assert.match(refusal(EMPTY, 'files:read'), /inherits from/);
});

test('permissions are grouped by resource, wherever they stand', () => {
  const permissions = ['users:read', 'audit:read', 'users:write', 'audit:export'];
  assert.deepEqual(grouped(permissions), [
    {resource: 'audit', permissions: ['audit:read', 'audit:export']},
    {resource: 'users', permissions: ['users:read', 'users:write']},
  ]);
  assert.deepEqual(grouped(permissions, 'users').map(({resource}) => resource), ['users']);
});

test('roles that can be changed come first, and are narrowed by name and kind', () => {
  const roles = [role('viewer', {built_in: true}), role('zeta'), role('manager', {built_in: true}), role('auditor')];
  const names = (query: Record<string, string>): string[] => chosenRoles(roles, query).map(({name}) => name);
  assert.deepEqual(names({}), ['auditor', 'zeta', 'manager', 'viewer']);
  assert.deepEqual(names({kind: 'own'}), ['auditor', 'zeta']);
  assert.deepEqual(names({kind: 'built_in', role: 'VIEW'}), ['viewer']);
});

test('a deny is seen, whoever grants', () => {
  const states = statesOf(role('auditor', {granted: ['a:read'], inherited: ['b:read'], denied: ['a:read']}));
  assert.equal(states.get('a:read'), 'denied');
  assert.equal(states.get('b:read'), 'inherited');
  assert.equal(states.get('c:read'), undefined);
});

test('keys lead from cell to cell and not out of the matrix', () => {
  assert.deepEqual(moved({row: 1, column: 1}, 'ArrowUp', 3, 3), {row: 0, column: 1});
  assert.deepEqual(moved({row: 1, column: 1}, 'End', 3, 3), {row: 1, column: 2});
  assert.deepEqual(moved({row: 1, column: 1}, 'PageDown', 3, 3), {row: 2, column: 1});
  assert.equal(moved({row: 0, column: 0}, 'ArrowUp', 3, 3), null);
  assert.equal(moved({row: 0, column: 2}, 'ArrowRight', 3, 3), null);
  assert.equal(moved({row: 0, column: 0}, 'Tab', 3, 3), null);
});

test('entries are read from lines and commas, each once', () => {
  assert.deepEqual(entriesOf(' a:read\nb:*, a:read \n'), ['a:read', 'b:*']);
});
