import assert from 'node:assert/strict';
import test from 'node:test';
import {CellChanges, type Outcome} from '../../main/frontend/roles/cell-changes.js';
import type {Entries, RoleDetails, RoleMatrix} from '../../main/frontend/roles/role.js';

const CELL = {role: 'auditor', permission: 'files:read'};
const OTHER = {role: 'auditor', permission: 'teams:read'};

/** One role that grants and denies what is written, and refuses what was not seen. */
class Server {
  readonly saved: string[] = [];
  refusal: Error | null = null;
  entries: Entries = {grants: [], denies: []};
  version = 0;

  now(): RoleMatrix {
    const {grants, denies} = this.entries;
    const granted = grants.filter((permission) => !denies.includes(permission));
    const role = {name: 'auditor', built_in: false, workspace_id: null, version: this.version, granted, inherited: [], denied: denies};
    return {permissions: [CELL.permission, OTHER.permission], roles: [role]};
  }

  read = async (): Promise<RoleDetails> => ({...this.entries}) as RoleDetails;

  matrix = async (): Promise<RoleMatrix> => this.now();

  save = async (_name: string, entries: Entries, version: number): Promise<RoleDetails> => {
    if (this.refusal !== null || version !== this.version) {
      throw this.refusal ?? new Error('stale');
    }
    this.entries = entries;
    this.version++;
    this.saved.push(JSON.stringify(entries));
    return this.read();
  };
}

test('two quick clicks are two steps, one after the other', async () => {
  const server = new Server();
  const told: Outcome[] = [];
  const changes = new CellChanges(server, (outcome) => told.push(outcome));

  const first = changes.ask(CELL, server.now());
  await changes.ask(CELL, server.now());
  await first;

  assert.deepEqual(told.map(({state}) => state), ['granted', 'denied']);
  assert.equal(server.saved.length, 2);
  assert.equal(changes.current, null);
});

test('what somebody else has changed meanwhile is not written over', async () => {
  const server = new Server();
  const told: Outcome[] = [];
  const seen = server.now();
  server.version = 7;

  await new CellChanges(server, (outcome) => told.push(outcome)).ask(CELL, seen);

  assert.equal((told[0]!.failure as Error).message, 'stale');
  assert.equal(told[0]!.state, 'none');
  assert.deepEqual(server.saved, []);
});

test('after a refusal the rest is forgotten, and the next click is free', async () => {
  const server = new Server();
  const told: Outcome[] = [];
  const changes = new CellChanges(server, (outcome) => told.push(outcome));
  server.refusal = new Error('above you');

  const first = changes.ask(CELL, server.now());
  await changes.ask(OTHER, server.now());
  await first;
  assert.deepEqual(told.map(({cell}) => cell), [CELL]);

  server.refusal = null;
  await changes.ask(OTHER, server.now());
  assert.equal(told[1]!.state, 'granted');
});

test('a cell that cannot be changed by itself says why and asks for nothing', async () => {
  const server = new Server();
  const told: Outcome[] = [];
  server.entries = {grants: [], denies: ['files:*', 'files:read']};

  await new CellChanges(server, (outcome) => told.push(outcome)).ask(CELL, server.now());

  assert.match(told[0]!.because!, /files:\*/);
  assert.deepEqual(server.saved, []);
});
