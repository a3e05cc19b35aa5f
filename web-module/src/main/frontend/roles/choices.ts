import {get, type Page} from '../platform/api.js';
import {session} from '../platform/session.js';
import type {Option} from '../components/form.js';
import type {Team} from '../teams/team.js';
import {workspaces} from '../workspaces/workspace.js';
import type {RoleDetails} from './role.js';

/** What there is to choose from; what the person may not list is empty. */
export interface Choices {
  readonly roles: readonly Option[];
  readonly teams: readonly Option[];
  readonly keys: readonly Option[];
  readonly places: readonly Option[];
}

export const NO_CHOICES: Choices = {roles: [], teams: [], keys: [], places: []};

interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
}

const MOST = 200;

export async function readChoices(): Promise<Choices> {
  const [roles, teams, keys, places] = await Promise.all([
    get<Page<RoleDetails>>('/api/roles', {limit: MOST}),
    session.can('teams:read') ? get<Page<Team>>('/api/teams', {limit: MOST, sort: 'name'}) : NONE,
    session.can('api_keys:read') ? get<Page<ApiKey>>('/api/admin/api-keys', {limit: MOST, sort: 'name'}) : NONE,
    workspaces(),
  ]);
  return {
    roles: roles.items.map(({name}) => ({value: name, label: name})),
    teams: teams.items.map(({id, name}) => ({value: id, label: name})),
    keys: keys.items.map(({id, name, prefix}) => ({value: id, label: `${name} (${prefix}…)`})),
    places: places.map(({id, name}) => ({value: id, label: name})),
  };
}

const NONE: Page<never> = {items: [], next: null};
