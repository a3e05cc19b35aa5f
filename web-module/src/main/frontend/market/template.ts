import type {Tone} from '../components/parts.js';

/** A question of a template, as its JSON Schema says it. */
export interface Question {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly writeOnly?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-widget'?: 'color' | 'textarea' | 'json';
}

export interface Condition {
  readonly properties?: Readonly<Record<string, Test>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Condition[];
  readonly not?: Condition;
}

interface Test {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

/** A step of the form, or a part of one. */
export interface Step {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Question>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Step[];
  readonly if?: Condition;
  readonly then?: Step;
  readonly else?: Step;
  readonly dependentSchemas?: Readonly<Record<string, Step>>;
}

export interface TemplateSummary {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly origin: 'shipped' | 'uploaded';
  readonly versions: readonly string[];
  readonly makes: readonly string[];
}

export interface Template extends TemplateSummary {
  readonly digest: string;
  readonly parameters: readonly Step[];
}

export interface Thing {
  readonly kind: string;
  readonly key: string;
  readonly id: string | null;
  readonly href: string;
  readonly outcome: 'made' | 'changed' | 'found';
}

export type UseStatus = 'making' | 'made' | 'undoing' | 'undone';

export interface Use {
  readonly id: string;
  readonly template: {readonly id: string; readonly version: string};
  readonly status: UseStatus;
  readonly tenant_slug: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly run_id: string;
  readonly things: readonly Thing[];
  readonly failure: string | null;
  readonly created_at: string;
}

export interface Upgrade {
  readonly from: {readonly version: string};
  readonly to: {readonly version: string};
  readonly changes: readonly {
    readonly kind: string;
    readonly key: string;
    readonly change: 'added' | 'changed' | 'removed';
    readonly carried: boolean;
    readonly text: string;
  }[];
}

export interface PreparedUpgrade {
  readonly release_id: string;
}

export type Answers = Readonly<Record<string, unknown>>;

/** A question that is asked, and whether it must be answered. */
export interface Asked {
  readonly name: string;
  readonly question: Question;
  readonly required: boolean;
}

/** What a step asks, given all answers so far; the server settles it again. */
export function askedIn(step: Step, answers: Answers): Asked[] {
  const required = new Set<string>();
  const questions = new Map<string, Question>();
  collect(step, answers, questions, required);
  return [...questions].map(([name, question]) => ({name, question, required: required.has(name) && question.default === undefined}));
}

function collect(step: Step, answers: Answers, questions: Map<string, Question>, required: Set<string>): void {
  Object.entries(step.properties ?? {}).forEach(([name, question]) => questions.has(name) || questions.set(name, question));
  step.required?.forEach((name) => required.add(name));
  step.allOf?.forEach((part) => collect(part, answers, questions, required));
  if (step.if !== undefined) {
    const branch = holds(step.if, answers) ? step.then : step.else;
    if (branch !== undefined) {
      collect(branch, answers, questions, required);
    }
  }
  Object.entries(step.dependentSchemas ?? {}).forEach(([name, part]) => {
    if (answers[name] !== undefined) {
      collect(part, answers, questions, required);
    }
  });
}

/** As JSON Schema has it: an answer that is absent passes every test but that of required. */
export function holds(condition: Condition, answers: Answers): boolean {
  return (
    (condition.required ?? []).every((name) => answers[name] !== undefined) &&
    Object.entries(condition.properties ?? {}).every(([name, test]) => answers[name] === undefined || passes(test, answers[name])) &&
    (condition.anyOf === undefined || condition.anyOf.some((one) => holds(one, answers))) &&
    (condition.not === undefined || !holds(condition.not, answers))
  );
}

function passes(test: Test, value: unknown): boolean {
  const same = (other: unknown): boolean => JSON.stringify(other) === JSON.stringify(value);
  const number = typeof value === 'number' ? value : null;
  return (
    (!('const' in test) || same(test.const)) &&
    (test.enum === undefined || test.enum.some(same)) &&
    (test.type === undefined || typeOf(value) === test.type || (test.type === 'number' && number !== null)) &&
    (test.pattern === undefined || typeof value !== 'string' || new RegExp(test.pattern, 'u').test(value)) &&
    (test.minimum === undefined || number === null || number >= test.minimum) &&
    (test.maximum === undefined || number === null || number <= test.maximum) &&
    (test.minItems === undefined || !Array.isArray(value) || value.length >= test.minItems)
  );
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
}

/**
 * The answers with the defaults of the questions that they ask and that were not asked before. Only those that are the
 * same for everybody; those made of other answers are the server's.
 */
export function defaults(steps: readonly Step[], answers: Answers = {}, before: ReadonlySet<string> = new Set()): Record<string, unknown> {
  const known: Record<string, unknown> = {...answers};
  let count = -1;
  while (count !== Object.keys(known).length) {
    count = Object.keys(known).length;
    steps.forEach((step) =>
      askedIn(step, known).forEach(({name, question}) => {
        if (!before.has(name) && question.default !== undefined && !JSON.stringify(question.default).includes('{{')) {
          known[name] ??= question.default;
        }
      }),
    );
  }
  return known;
}

/** The names of all that is asked. */
export function names(steps: readonly Step[], answers: Answers): Set<string> {
  return new Set(steps.flatMap((step) => askedIn(step, answers)).map(({name}) => name));
}

export function isNumber({type}: Question): boolean {
  return type === 'integer' || type === 'number';
}

/** The answer that a text is; a secret is taken as it was typed. */
export function typed(question: Question, text: string): unknown {
  const said = question.writeOnly ? text : text.trim();
  if (said === '') {
    return undefined;
  }
  return isNumber(question) ? Number(said) : said;
}

export function isJson(question: Question): boolean {
  return question['x-widget'] === 'json' || question.type === 'array' || question.type === 'object';
}

/** The step that a fault of the answers is in, or the last one. */
export function stepOf(steps: readonly Step[], answers: Answers, pointers: readonly string[]): number {
  const names = new Set(pointers.map((pointer) => pointer.split('/')[1] ?? ''));
  const found = steps.findIndex((step) => askedIn(step, answers).some(({name}) => names.has(name)));
  return found < 0 ? steps.length - 1 : found;
}

export function useTone(status: UseStatus): Tone {
  return status === 'made' ? 'good' : status === 'making' ? 'info' : 'bad';
}

/** The things in the order in which they came to be, by what they are. */
export function byKind(things: readonly Thing[]): [string, Thing[]][] {
  const kinds = new Map<string, Thing[]>();
  things.forEach((thing) => kinds.set(thing.kind, [...(kinds.get(thing.kind) ?? []), thing]));
  return [...kinds];
}

const PAGES: Readonly<Record<string, (thing: Thing) => string>> = {
  tenant: () => 'tenants',
  branding: () => 'tenants',
  demo_data: ({id}) => `jobs/runs/${id}`,
};

/** Where an operator sees the thing in the dashboard; null for what is seen inside its tenant. */
export function pageOf(thing: Thing): string | null {
  return PAGES[thing.kind]?.(thing) ?? null;
}
