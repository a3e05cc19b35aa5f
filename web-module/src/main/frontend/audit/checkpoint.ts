import {get, type Page} from '../platform/api.js';
import {bytesOf} from './merkle.js';

/** A signed statement over a trail, as the API lists it. */
export interface Checkpoint {
  readonly log: string;
  readonly size: number;
  readonly root: string;
  readonly note: string;
  readonly signed_at: string;
}

interface Key {
  readonly key_id: string;
  readonly verifier_key: string;
}

/** What a note says, with its signatures (C2SP signed-note). */
export interface Note {
  readonly text: string;
  readonly log: string;
  readonly size: number;
  readonly root: string;
  readonly signatures: readonly Uint8Array[];
}

const ID_BYTES = 4;

export function parsed(note: string): Note {
  const split = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, split);
  const [log = '', size = '', root = ''] = text.split('\n');
  const signatures = note
    .slice(split + 1)
    .split('\n')
    .filter((line) => line.startsWith('\u2014 '))
    .map((line) => bytesOf(line.split(' ')[2] ?? ''));
  return {text, log, size: Number(size), root, signatures};
}

/** The verifier keys that the installation publishes for a log, the newest first. */
export async function publishedKeys(log: string): Promise<readonly string[]> {
  return (await get<Page<Key>>('/api/audit/keys', {log})).items.map((key) => key.verifier_key);
}

/** The first of the verifier keys that signed the note, or null; throws where browsers know no Ed25519. */
export async function signer(note: string, keys: readonly string[]): Promise<string | null> {
  const {text, signatures} = parsed(note);
  for (const verifier of keys) {
    const [, id, typed = ''] = split(verifier);
    const raw = bytesOf(typed).slice(1);
    const key = await crypto.subtle.importKey('raw', raw, {name: 'Ed25519'}, false, ['verify']);
    for (const signature of signatures) {
      const named = [...signature.slice(0, ID_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const message = new TextEncoder().encode(text);
      if (named === id && (await crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature.slice(ID_BYTES)), message))) {
        return verifier;
      }
    }
  }
  return null;
}

/** Name, id and key; base64 may hold a plus too. */
function split(verifier: string): [string, string, string] {
  const first = verifier.indexOf('+');
  const second = verifier.indexOf('+', first + 1);
  return [verifier.slice(0, first), verifier.slice(first + 1, second), verifier.slice(second + 1)];
}

/** Lets the browser keep a text in a file. */
export function keep(name: string, content: string | Blob): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], {type: 'text/plain'}) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
