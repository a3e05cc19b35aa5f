import {keep, kept} from '../platform/kept.js';

/** What a visitor has opened with a link. */
export interface Visit {
  readonly token: string;
  readonly tenant_slug: string;
  readonly permissions: readonly string[];
  readonly expires_at: string;
}

const KEY = 'freehold.portal';

/** Takes the token of a link out of the address, so that it is in no history and on no screen. */
export function tokenOfAddress(): string | null {
  const token = location.hash.slice(1);
  if (token === '') {
    return null;
  }
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/** The visit of before a reload, in this tab only; null when there is none, or it is over. */
export function rememberedVisit(): Visit | null {
  const text = kept(KEY, 'sessionStorage');
  const visit = text === null ? null : (JSON.parse(text) as Visit);
  return visit !== null && Date.parse(visit.expires_at) > Date.now() ? visit : null;
}

export function rememberVisit(visit: Visit | null): void {
  keep(KEY, visit === null ? null : JSON.stringify(visit), 'sessionStorage');
}
