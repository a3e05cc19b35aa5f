import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {number, words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {type Plan, retentionHeading, TONES} from './retention.js';
import './plan-decision.js';

/** The months that have expired, and how far their removal is. */
@customElement('fh-expired')
export class ExpiredPage extends ListPage<Plan> {
  protected readonly source = '/api/compliance/retention-plans';
  protected readonly name = 'Expired months';

  protected readonly columns: readonly Column<Plan>[] = [
    {title: 'Month', cell: (plan) => html`<strong>${plan.month.slice(0, 7)}</strong>`, csv: (plan) => plan.month},
    {title: 'Data', spare: true, cell: (plan) => words(plan.data_class), csv: (plan) => plan.data_class},
    {title: 'Status', cell: (plan) => badge(plan.status, TONES[plan.status]), csv: (plan) => plan.status},
    {title: 'Events', numeric: true, cell: (plan) => number(plan.events), csv: (plan) => plan.events},
    {title: 'Held', numeric: true, cell: (plan) => number(plan.held), csv: (plan) => plan.held},
    {title: 'Removed', numeric: true, cell: (plan) => number(plan.removed), csv: (plan) => plan.removed},
    {title: 'Planned', sort: 'created_at', spare: true, cell: (plan) => when(plan.created_at), csv: (plan) => plan.created_at},
    {
      title: 'Decide',
      silent: true,
      cell: (plan) =>
        (plan.status === 'waiting' || plan.status === 'rejected') && session.can('compliance:admin')
          ? html`<a class="button" href=${address(`retention/expired/${plan.id}`, router.query)} aria-label="Decide on ${plan.month.slice(0, 7)}">Decide</a>`
          : nothing,
    },
  ];

  protected heading(): TemplateResult {
    return retentionHeading('retention/expired');
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'status', label: 'Status', options: ['waiting', 'approved', 'rejected', 'certified', 'removed']})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No month is like that', 'Take a filter away to see more.')
      : emptyState('audit', 'Nothing has expired', 'Months of the trail whose time is over are planned here by night, and archived before they go.');
  }

  protected override overlay(): unknown {
    const plan = this.page?.items.find((one) => one.id === this.rest[0]);
    return plan === undefined
      ? nothing
      : html`<fh-plan-decision
          .plan=${plan}
          .closed=${() => router.go('retention/expired', router.query)}
          @saved=${() => void this.reload()}
        ></fh-plan-decision>`;
  }
}
