import assert from 'node:assert/strict';
import test from 'node:test';
import {cell} from '../../main/frontend/platform/csv.js';

test('a cell is quoted where the format asks for it', () => {
  assert.equal(cell('plain'), 'plain');
  assert.equal(cell('one, two'), '"one, two"');
  assert.equal(cell('say "no"'), '"say ""no"""');
  assert.equal(cell('two\nlines'), '"two\nlines"');
});

test('what a spreadsheet would run stays text', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
    assert.ok(cell(formula).replace(/^"/, '').startsWith("'"), formula);
  }
  assert.equal(cell('=HYPERLINK("http://x")'), `"'=HYPERLINK(""http://x"")"`);
});

test('nothing is empty, and the rest is told as JSON tells it', () => {
  assert.equal(cell(null), '');
  assert.equal(cell(undefined), '');
  assert.equal(cell(0), '0');
  assert.equal(cell(false), 'false');
  assert.equal(cell({a: 1}), '"{""a"":1}"');
});
