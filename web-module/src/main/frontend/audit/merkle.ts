/** Trees of hashes after RFC 6962, verified by the browser itself. */

/** Whether this browser may compute hashes here: only pages from a secure address may. */
export function canVerify(): boolean {
  return isSecureContext && crypto.subtle !== undefined;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

export function leafHash(leaf: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(Uint8Array.of(0), leaf);
}

function node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(Uint8Array.of(1), left, right);
}

/** The root that a path leads to (RFC 9162 §2.1.3.2), or null when it is no path of such a tree. */
export async function rootOf(
  index: number,
  size: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (index < 0 || index >= size || ![leaf, ...path].every(isHash)) {
    return null;
  }
  let [first, last, root] = [index, size - 1, leaf];
  for (const step of path) {
    if (last === 0) {
      return null;
    }
    if (first % 2 === 1 || first === last) {
      root = await node(step, root);
      while (first % 2 === 0 && first !== 0) {
        [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
      }
    } else {
      root = await node(root, step);
    }
    [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

/** Whether the older tree is the beginning of the newer one (RFC 9162 §2.1.4.2). */
export async function continues(
  older: number,
  newer: number,
  proof: readonly Uint8Array[],
  olderRoot: string,
  newerRoot: string,
): Promise<boolean> {
  if (!proof.every(isHash)) {
    return false;
  }
  if (older >= newer || older === 0) {
    const nothing = older === 0 ? base64Of(await sha256()) : olderRoot;
    return older === newer && proof.length === 0 && olderRoot === newerRoot && olderRoot === nothing;
  }
  let [first, last] = [older - 1, newer - 1];
  while (first % 2 === 1) {
    [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
  }
  const path = isPowerOfTwo(older) ? [bytesOf(olderRoot), ...proof] : [...proof];
  const begun = path.shift();
  if (begun === undefined || proof.length === 0) {
    return false;
  }
  let [before, now]: [Uint8Array, Uint8Array] = [begun, begun];
  for (const step of path) {
    if (last === 0) {
      return false;
    }
    if (first % 2 === 1 || first === last) {
      [before, now] = [await node(step, before), await node(step, now)];
      while (first % 2 === 0 && first !== 0) {
        [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
      }
    } else {
      now = await node(now, step);
    }
    [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
  }
  return last === 0 && base64Of(before) === olderRoot && base64Of(now) === newerRoot;
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === 32;
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}
