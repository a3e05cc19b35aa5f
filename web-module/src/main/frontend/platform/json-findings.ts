import {ApiProblem} from './api.js';
import {lineOf} from './json-lines.js';

/** Something that the author of a text in JSON should know; an error keeps it from being taken. */
export interface Finding {
  readonly pointer: string;
  readonly level: 'error' | 'warning';
  readonly detail: string;
  /** Where it is in the text, from 1 on. */
  readonly line: number;
}

export type Found = Omit<Finding, 'line'>;

/** That a text is no JSON at all, or null when it is. */
export function notJson(text: string): Finding | null {
  try {
    JSON.parse(text);
    return null;
  } catch (failure) {
    return {pointer: '', level: 'error', detail: `This is no JSON. ${(failure as Error).message}`, line: 1};
  }
}

/**
 * The faults of a refused request as findings; what is no such refusal is thrown again.
 *
 * @param within where the text stands in the body of the request: faults elsewhere are thrown too
 */
export function refusalsIn(text: string, failure: unknown, within = ''): Finding[] {
  const faults = failure instanceof ApiProblem ? failure.problem.errors : undefined;
  const ours = faults?.filter(({pointer}) => pointer === within || pointer.startsWith(`${within}/`)) ?? [];
  if (ours.length === 0) {
    throw failure;
  }
  return placed(text, ours.map(({pointer, detail}) => ({pointer: pointer.slice(within.length), detail, level: 'error'})));
}

/** Each with the line that it is about. */
export function placed(text: string, found: readonly Found[]): Finding[] {
  return found.map((one) => ({...one, line: lineOf(text, one.pointer)}));
}
