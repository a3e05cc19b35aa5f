import {get, type Page} from '../platform/api.js';
import type {EventType} from './webhook.js';

/** All types of events that there are: their list has one page. */
export async function eventTypes(): Promise<readonly EventType[]> {
  return (await get<Page<EventType>>('/api/webhooks/event-types')).items;
}

/** The types with a kind of each group above them, as an endpoint may name them. */
export function patternsOf(types: readonly EventType[]): readonly string[] {
  const kinds = new Set(types.map(({type}) => `${type.split('.')[0]!}.*`));
  return ['*', ...[...kinds, ...types.map(({type}) => type)].sort()];
}
