import {get, type Page} from '../platform/api.js';
import {session} from '../platform/session.js';

/** A part of the tenant with members of its own. */
export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

const MOST = 200;

/** The workspaces to choose from; none to those who may not know them. */
export async function workspaces(): Promise<readonly Workspace[]> {
  return session.can('workspaces:read') ? (await get<Page<Workspace>>('/api/workspaces', {limit: MOST})).items : [];
}
