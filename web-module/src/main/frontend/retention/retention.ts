import {html, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {pageHeading, type Tone} from '../components/parts.js';

/** For how long a class of data is kept. */
export interface Policy {
  readonly id?: string;
  readonly data_class: string;
  readonly description: string;
  readonly days: number;
  readonly default_days: number;
  readonly least_days: number;
  readonly most_days: number;
  readonly custom: boolean;
  readonly requires_approval: boolean;
  readonly archived: boolean;
  readonly warnings: readonly string[];
  readonly updated_at: string | null;
}

/** What a policy would remove now. */
export interface Preview {
  readonly days: number;
  readonly before: string;
  readonly expired: number;
  readonly held: number;
  readonly expired_now: number;
  readonly warnings: readonly string[];
}

/** What must not be deleted. */
export interface Hold {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly data_class: string | null;
  readonly person_id: string | null;
  readonly project_id: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly active: boolean;
  readonly placed_by: string;
  readonly placed_at: string;
  readonly released_by: string | null;
  readonly released_at: string | null;
}

/** A month that has expired. */
export interface Plan {
  readonly id: string;
  readonly data_class: string;
  readonly month: string;
  readonly events: number;
  readonly held: number;
  readonly removed: number;
  readonly status: 'waiting' | 'approved' | 'rejected' | 'certified' | 'removed';
  readonly created_at: string;
}

export const TONES: Readonly<Record<Plan['status'], Tone>> = {
  waiting: 'warn',
  approved: 'info',
  rejected: 'bad',
  certified: 'info',
  removed: 'calm',
};

const TABS = [
  {path: 'retention', label: 'Policies'},
  {path: 'retention/holds', label: 'Legal holds'},
  {path: 'retention/expired', label: 'Expired'},
] as const;

/** What the pages about retention share. */
export function retentionHeading(open: (typeof TABS)[number]['path'], actions?: unknown): TemplateResult {
  return html`${pageHeading({title: 'Retention', lead: 'For how long data is kept, and what must not be deleted.', actions})}
    <nav class="tabs" aria-label="Retention">
      ${TABS.map((tab) => html`<a href=${address(tab.path)} aria-current=${tab.path === open ? 'page' : 'false'}>${tab.label}</a>`)}
    </nav>`;
}

/** To what a hold is limited, in words. */
export function scopeOf(hold: Hold): string {
  const limits = [
    hold.data_class ?? 'all data',
    ...(hold.person_id === null ? [] : ['of one person']),
    ...(hold.project_id === null ? [] : ['of one project']),
    ...(hold.from === null ? [] : [`from ${hold.from.slice(0, 10)}`]),
    ...(hold.until === null ? [] : [`until ${hold.until.slice(0, 10)}`]),
  ];
  return limits.join(' ').replaceAll('_', ' ');
}
