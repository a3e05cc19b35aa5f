import {get, type Page} from '../platform/api.js';
import type {Option} from '../components/form.js';
import {type Endpoint, shortUrl} from './webhook.js';

const MOST = 200;

/** All endpoints of the tenant; there are at most fifty. */
export async function endpoints(): Promise<readonly Endpoint[]> {
  return (await get<Page<Endpoint>>('/api/webhooks/endpoints', {limit: MOST})).items;
}

/** What an endpoint is called in lists: its description, or where it is. */
export function endpointName({description, url}: Pick<Endpoint, 'description' | 'url'>): string {
  return description === null || description === '' ? shortUrl(url) : description;
}

/** Endpoints to choose from; of one that is deleted the id is all that is known. */
export function endpointOptions(known: readonly Endpoint[], chosen?: string): Option[] {
  const options = known.map((one) => ({value: one.id, label: endpointName(one)}));
  return chosen === undefined || chosen === '' || options.some(({value}) => value === chosen)
    ? options
    : [...options, {value: chosen, label: `Deleted, ${chosen.slice(0, 8)}`}];
}
