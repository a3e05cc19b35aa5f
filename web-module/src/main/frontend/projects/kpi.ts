import type {Pair, PairWords} from '../components/pairs.js';

/** The key figures of a project: texts or numbers by name. */
export type Kpis = Readonly<Record<string, string | number>>;

export const KPI_WORDS: PairWords = {
  all: 'Key figures',
  one: 'key figure',
  name: 'Key figure',
  value: 'Value',
  longestName: 100,
  longestValue: 500,
  most: 50,
  taken: 'Another key figure has this name.',
};

const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

export function typed(kpis: Kpis): Pair[] {
  return Object.entries(kpis).map(([name, value]) => ({name, value: String(value)}));
}

/** What is typed, as a merge patch (RFC 7396) of what there was: what is gone is null. */
export function kpiPatch(before: Kpis, rows: readonly Pair[]): Record<string, string | number | null> {
  const patch: Record<string, string | number | null> = {};
  Object.keys(before).forEach((name) => (patch[name] = null));
  rows
    .map(({name, value}) => ({name: name.trim(), value: value.trim()}))
    .filter(({name, value}) => name !== '' && value !== '')
    .forEach(({name, value}) => (patch[name] = PLAIN_NUMBER.test(value) ? Number(value) : value));
  return patch;
}
