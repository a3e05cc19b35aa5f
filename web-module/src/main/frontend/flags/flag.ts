/** One test of a rule. */
export interface Condition {
  readonly attribute?: string | null;
  readonly operator: string;
  readonly values?: readonly unknown[] | null;
  readonly negate?: boolean | null;
}

export interface Share {
  readonly variant: string;
  readonly percent: number;
}

/** Either a variant or a split. */
export interface Serve {
  readonly variant?: string | null;
  readonly split?: readonly Share[] | null;
}

export interface Rule {
  readonly id: string;
  readonly conditions?: readonly Condition[] | null;
  readonly serve: Serve;
}

export interface Variant {
  readonly name: string;
  readonly value: unknown;
}

/** A feature flag as somebody writes it; what the form does not know of stays as it is. */
export interface FlagBody {
  readonly key: string;
  readonly description?: string | null;
  readonly type: string;
  readonly variants: readonly Variant[];
  readonly off_variant: string;
  readonly rules?: readonly Rule[] | null;
  readonly otherwise: Serve;
}

/** A feature flag as the API tells it. */
export interface Flag extends FlagBody {
  readonly name: string | null;
  readonly enabled: boolean;
  readonly environments: readonly {readonly name: string; readonly enabled: boolean | null}[];
  readonly created_at: string;
  readonly updated_at: string;
}

export const OPERATORS = [
  'equals',
  'in',
  'in_segment',
  'starts_with',
  'ends_with',
  'contains',
  'less_than',
  'less_or_equal',
  'greater_than',
  'greater_or_equal',
  'semver_equal',
  'semver_less_than',
  'semver_greater_than',
  'before',
  'after',
  'present',
] as const;

const OF_NUMBERS: ReadonlySet<string> = new Set(['less_than', 'less_or_equal', 'greater_than', 'greater_or_equal']);

/** What to begin a new flag with: it is off for everybody. */
export const BEGINNING: FlagBody = {
  key: 'new-flag',
  description: '',
  type: 'boolean',
  variants: [
    {name: 'on', value: true},
    {name: 'off', value: false},
  ],
  off_variant: 'off',
  otherwise: {variant: 'off'},
};

/** A flag as somebody would write it: without what only the server says, and without what is absent. */
export function textOf(flag: FlagBody): string {
  const {created_at: _created, updated_at: _updated, ...written} = flag as Flag;
  const absent = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  return JSON.stringify(written, (_name, value: unknown) => (absent(value) ? undefined : value), 2);
}

/** The flag in a text, or null when there is none in it that the form could show. */
export function flagIn(text: string): FlagBody | null {
  try {
    const flag = JSON.parse(text) as Partial<FlagBody> | null;
    const shown = Array.isArray(flag?.variants) && typeof flag.otherwise === 'object' && Array.isArray(flag.rules ?? []);
    return shown ? (flag as FlagBody) : null;
  } catch {
    return null;
  }
}

/** What somebody typed between commas, as the operator wants it. */
export function valuesOf(operator: string, typed: string): unknown[] {
  const texts = typed
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return OF_NUMBERS.has(operator) ? texts.map((text) => (Number.isNaN(Number(text)) ? text : Number(text))) : texts;
}

/** What is served, in a few words. */
export function served({variant, split}: Serve): string {
  return variant ?? (split ?? []).map((share) => `${share.percent} % ${share.variant}`).join(', ');
}
