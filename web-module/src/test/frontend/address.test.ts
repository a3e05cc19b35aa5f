import assert from 'node:assert/strict';
import test from 'node:test';
import {address, isNarrowed, pathOf, queryOf} from '../../main/frontend/platform/address.js';

test('an address keeps what is set and leaves out what is empty', () => {
  assert.equal(address('projects'), '/admin/projects');
  assert.equal(address('projects', {status: 'active', q: ''}), '/admin/projects?status=active');
  assert.equal(address('audit', {action: 'project.*', who: 'a&b=c'}), '/admin/audit?action=project.*&who=a%26b%3Dc');
});

test('what an address says is read as it was written', () => {
  const query = {q: 'tide & “time” +1', after: 'eyJ=='};
  const url = new URL(address('projects/17/edit', query), 'http://localhost');
  assert.equal(pathOf(url.pathname), 'projects/17/edit');
  assert.deepEqual(queryOf(url.search), query);
});

test('the place of the dashboard alone is no page', () => {
  assert.equal(pathOf('/admin/'), '');
  assert.equal(pathOf('/admin/jobs/runs/'), 'jobs/runs');
  assert.equal(pathOf('/admin'), '');
});

test('an order, a page and a view narrow nothing', () => {
  assert.equal(isNarrowed({sort: 'name', after: 'x', view: 'table'}), false);
  assert.equal(isNarrowed({sort: 'name', status: 'active'}), true);
});
