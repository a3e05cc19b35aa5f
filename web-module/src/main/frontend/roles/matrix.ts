import type {Query} from '../platform/address.js';
import type {Entries, MatrixRole} from './role.js';

/** What a role says of a permission. */
export type CellState = 'none' | 'granted' | 'inherited' | 'denied';

export interface Group {
  readonly resource: string;
  readonly permissions: readonly string[];
}

const RANKS = ['read', 'write', 'admin'];

export function resourceOf(permission: string): string {
  return permission.slice(0, permission.indexOf(':'));
}

function actionOf(permission: string): string {
  return permission.slice(permission.indexOf(':') + 1);
}

/** Permissions by what they are about, in the order of the names. */
export function grouped(permissions: readonly string[], resource = ''): Group[] {
  const groups = new Map<string, string[]>();
  for (const permission of permissions) {
    const name = resourceOf(permission);
    if (resource === '' || resource === name) {
      groups.set(name, [...(groups.get(name) ?? []), permission]);
    }
  }
  return [...groups.entries()]
    .map(([name, found]) => ({resource: name, permissions: found}))
    .sort((one, other) => one.resource.localeCompare(other.resource));
}

/** The roles that are asked for: first those that can be changed. */
export function chosenRoles(roles: readonly MatrixRole[], query: Query): MatrixRole[] {
  const text = (query['role'] ?? '').toLowerCase();
  const kind = query['kind'];
  return roles
    .filter((role) => role.name.includes(text))
    .filter((role) => kind === undefined || role.built_in === (kind === 'built_in'))
    .sort((one, other) => Number(one.built_in) - Number(other.built_in) || one.name.localeCompare(other.name));
}

/** The states of all permissions that the role says something of. */
export function statesOf(role: MatrixRole): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>();
  role.inherited.forEach((permission) => states.set(permission, 'inherited'));
  role.granted.forEach((permission) => states.set(permission, 'granted'));
  role.denied.forEach((permission) => states.set(permission, 'denied'));
  return states;
}

/** Where a click leads: other entries of the role, or why it leads nowhere. */
export type Step = {readonly entries: Entries} | {readonly because: string};

/**
 * The way round: not held, granted, denied, not held. What is written for the cell alone is taken
 * out again at the end, so a way round changes nothing; what other entries say is left as it is.
 */
export function nextStep(role: Entries, permission: string, state: CellState): Step {
  if (state === 'none') {
    return {entries: {grants: [...role.grants, permission], denies: role.denies}};
  }
  if (state !== 'denied') {
    return {entries: {grants: role.grants, denies: [...role.denies, permission]}};
  }
  const wider = role.denies.find((entry) => entry !== permission && deniesAlso(entry, permission));
  if (wider !== undefined) {
    return {because: `This role denies ${wider}, and with it ${permission}. Take that away first.`};
  }
  if (!role.denies.includes(permission)) {
    return {because: `A role that this one inherits from denies ${permission}. A deny wins, so it can be changed there only.`};
  }
  const without = (entries: readonly string[]): string[] => entries.filter((entry) => entry !== permission);
  return {entries: {grants: without(role.grants), denies: without(role.denies)}};
}

/** Whether an entry that denies takes the permission away: who may not read may not write either. */
function deniesAlso(entry: string, permission: string): boolean {
  if (resourceOf(entry) !== '*' && resourceOf(entry) !== resourceOf(permission)) {
    return false;
  }
  const [denied, asked] = [actionOf(entry), actionOf(permission)];
  return denied === '*' || denied === asked || (RANKS.includes(denied) && RANKS.indexOf(asked) > RANKS.indexOf(denied));
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, (from: Place, rows: number, columns: number) => Place>> = {
  ArrowUp: ({row, column}) => ({row: row - 1, column}),
  ArrowDown: ({row, column}) => ({row: row + 1, column}),
  ArrowLeft: ({row, column}) => ({row, column: column - 1}),
  ArrowRight: ({row, column}) => ({row, column: column + 1}),
  Home: ({row}) => ({row, column: 0}),
  End: ({row}, _rows, columns) => ({row, column: columns - 1}),
  PageUp: ({column}) => ({row: 0, column}),
  PageDown: ({column}, rows) => ({row: rows - 1, column}),
};

/** Where a key leads in the matrix, or null for a key that leads nowhere. */
export function moved(from: Place, key: string, rows: number, columns: number): Place | null {
  const to = MOVES[key]?.(from, rows, columns);
  return to === undefined || to.row < 0 || to.row >= rows || to.column < 0 || to.column >= columns ? null : to;
}
