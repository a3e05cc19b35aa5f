import type {Tone} from '../components/parts.js';

export const FRAMEWORKS = [
  {value: 'SOC2', label: 'SOC 2'},
  {value: 'HIPAA', label: 'HIPAA'},
  {value: 'GDPR', label: 'GDPR'},
  {value: 'ISO27001', label: 'ISO/IEC 27001'},
  {value: 'PCI_DSS', label: 'PCI DSS'},
] as const;

/** A report as lists tell it. */
export interface Report {
  readonly id: string;
  readonly framework: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'running' | 'completed';
  readonly run_id: string;
  readonly created_at: string;
  readonly completed_at: string | null;
  readonly proved: boolean | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly summary: Summary | null;
  readonly result_hash: string | null;
}

export interface Summary {
  readonly satisfied: number;
  readonly not_satisfied: number;
  readonly not_attestable: number;
  readonly no_population: number;
}

export interface Evidence {
  readonly position: number;
  readonly event: string;
  readonly action: string;
  readonly at: string;
}

export interface Answer {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly limits: string | null;
  readonly sql: string | null;
  readonly missing: string | null;
  readonly verdict: string;
  readonly note: string | null;
  readonly population: number;
  readonly exceptions: number;
  readonly listed: readonly Evidence[];
  readonly sample: readonly Evidence[];
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly requirement: string | null;
  readonly verdict: string;
  readonly questions: readonly string[];
  readonly missing: readonly string[];
}

export interface ReportDocument {
  readonly results: {
    readonly edition: string;
    readonly trail: {
      readonly proved: boolean;
      readonly begin: number;
      readonly end: number;
      readonly damaged: number;
      readonly removed: readonly {readonly certificate: string; readonly events: number}[];
      readonly damage: readonly {readonly position: number | null; readonly event: string | null; readonly detail: string}[];
    };
    readonly cannot_attest: readonly string[];
    readonly controls: readonly Control[];
    readonly answers: readonly Answer[];
  };
}

export function frameworkName(framework: string): string {
  return FRAMEWORKS.find(({value}) => value === framework)?.label ?? framework;
}

/** A verdict in words; what is not satisfied says so without its colour. */
export function verdictWords(verdict: string): string {
  return verdict === 'satisfied-in-part' ? 'satisfied as far as attestable' : verdict.replaceAll('-', ' ');
}

export function verdictTone(verdict: string): Tone {
  switch (verdict) {
    case 'satisfied':
      return 'good';
    case 'not-satisfied':
      return 'bad';
    case 'satisfied-in-part':
      return 'warn';
    default:
      return 'calm';
  }
}

/** The last moment of a period that leaves its end out, as a day. */
export function lastDay(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString();
}
