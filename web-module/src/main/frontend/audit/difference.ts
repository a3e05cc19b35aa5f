/** How one member differs. */
export interface Difference {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string;
  readonly after: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What changed between two states, in the order of names. Members that are equal are left out. */
export function differences(before: Values, after: Values): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.map((name) => difference(name, before[name], after[name])).filter((d) => d.before !== d.after);
}

function difference(name: string, before: unknown, after: unknown): Difference {
  const kind = isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed';
  return {name, kind, before: text(before), after: text(after)};
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function text(value: unknown): string {
  if (isNothing(value)) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}
