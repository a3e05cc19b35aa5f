import {get, type Page} from '../platform/api.js';
import type {Environment} from './environment.js';

/** Those that the releases of a project go through, in their order: its own, or without any the tenant's. */
export async function environmentsFor(projectId: string | null): Promise<readonly Environment[]> {
  const own = projectId === null ? [] : await read(`/api/projects/${projectId}/environments`);
  return own.length > 0 ? own : (await read('/api/environments')).filter(({project_id}) => project_id === null);
}

async function read(path: string): Promise<readonly Environment[]> {
  return (await get<Page<Environment>>(path, {limit: 200, sort: 'position'})).items;
}
