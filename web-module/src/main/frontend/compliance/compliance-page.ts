import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {day, number} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, when} from '../components/parts.js';
import {frameworkName, FRAMEWORKS, lastDay, type Report} from './report.js';
import './report-form.js';

/** The reports of the tenant, the newest first. */
@customElement('fh-compliance')
export class CompliancePage extends ListPage<Report> {
  protected readonly source = '/api/compliance/reports';
  protected readonly name = 'Reports';

  protected readonly columns: readonly Column<Report>[] = [
    {
      title: 'Report',
      cell: (report) => html`<a class="titled" href=${address(`compliance/${report.id}`)}>
        <strong>${frameworkName(report.framework)}</strong><small>${day(report.from)} – ${day(lastDay(report.to))}</small>
      </a>`,
      csv: (report) => `${report.framework} ${report.from} ${report.to}`,
    },
    {
      title: 'Status',
      cell: (report) =>
        report.status === 'running'
          ? badge('running', 'info')
          : badge(report.proved ? 'completed' : 'proof fails', report.proved ? 'good' : 'bad'),
      csv: (report) => report.status,
    },
    {
      title: 'Not satisfied',
      numeric: true,
      cell: (report) => (report.summary === null ? '–' : number(report.summary.not_satisfied)),
      csv: (report) => report.summary?.not_satisfied,
    },
    {
      title: 'Satisfied',
      numeric: true,
      spare: true,
      cell: (report) => (report.summary === null ? '–' : number(report.summary.satisfied)),
      csv: (report) => report.summary?.satisfied,
    },
    {title: 'Events', numeric: true, spare: true, cell: (report) => (report.size === null ? '–' : number(report.size)), csv: (report) => report.size},
    {title: 'Asked for', spare: true, cell: (report) => when(report.created_at), csv: (report) => report.created_at},
  ];

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Compliance',
      lead: 'What the audit trail says to the controls of a framework, with what proves it.',
      actions: session.can('compliance:write')
        ? html`<a class="button primary" href=${address('compliance/new', router.query)}>${icon('plus')}New report</a>`
        : nothing,
    });
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'framework', label: 'Framework', options: FRAMEWORKS})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No report is like that', 'Take a filter away to see more reports.')
      : emptyState('audit', 'There are no reports yet', 'Ask for one over a period that has ended, or give the job compliance-report a schedule.');
  }

  protected override overlay(): unknown {
    return this.rest[0] === 'new'
      ? html`<fh-report-form .closed=${() => router.go('compliance', router.query)}></fh-report-form>`
      : nothing;
  }
}
