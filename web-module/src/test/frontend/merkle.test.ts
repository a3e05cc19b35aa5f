import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {base64Of, bytesOf, continues, leafHash, rootOf} from '../../main/frontend/audit/merkle.js';

/** The cases that the engine is held to as well; the test runs from the folder of compiled tests. */
function cases(name: string): string[][] {
  const folder = '../../../engines/transparency/src/test/resources/org/freehold/engine/transparency/';
  return readFileSync(new URL(folder + name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** After each hash there is a comma, so that a hash may be empty. */
function proof(text: string): Uint8Array[] {
  return text.split(',').slice(0, -1).map(bytesOf);
}

test('a leaf is hashed apart from the nodes above it', async () => {
  const hash = await leafHash(new Uint8Array());
  assert.equal(Buffer.from(hash).toString('hex'), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('inclusion is proved as in the reference', async () => {
  const all = cases('inclusion-proofs.tsv');
  assert.equal(all.length, 98);
  for (const [name, verdict, index, size, leaf, root, path] of all) {
    const found = await rootOf(Number(index), Number(size), bytesOf(leaf!), proof(path!));
    const holds = found !== null && base64Of(found) === root;
    assert.equal(holds, verdict === 'valid', name);
  }
});

test('growth is proved as in the reference', async () => {
  const all = cases('consistency-proofs.tsv');
  assert.equal(all.length, 98);
  for (const [name, verdict, older, newer, olderRoot, newerRoot, path] of all) {
    const holds = await continues(Number(older), Number(newer), proof(path!), olderRoot!, newerRoot!);
    assert.equal(holds, verdict === 'valid', name);
  }
});
