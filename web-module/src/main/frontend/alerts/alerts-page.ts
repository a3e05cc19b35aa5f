import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, refusedPanel, when} from '../components/parts.js';
import {ALERT_RULES, type Alert, severityTone, statusTone} from './alert.js';
import './alert-drawer.js';
import './alert-rules-form.js';

/** What the trail shows that somebody should look at. */
@customElement('fh-alerts')
export class AlertsPage extends ListPage<Alert> {
  protected readonly source = '/api/security/alerts';
  protected readonly name = 'Security alerts';

  protected readonly columns: readonly Column<Alert>[] = [
    {
      title: 'What',
      cell: (alert) =>
        html`<a class="titled" href=${address(`alerts/${alert.id}`, router.query)}>
          <strong>${words(alert.rule)}</strong><small>${alert.summary}</small>
        </a>`,
      csv: (alert) => alert.summary,
    },
    {title: 'Status', cell: (alert) => badge(alert.status, statusTone(alert.status)), csv: (alert) => alert.status},
    {title: 'Severity', cell: (alert) => badge(alert.severity.toLowerCase(), severityTone(alert.severity)), csv: (alert) => alert.severity},
    {title: 'Times', cell: (alert) => alert.count, csv: (alert) => alert.count},
    {title: 'Last', cell: (alert) => when(alert.last_at), csv: (alert) => alert.last_at},
    {title: 'First', spare: true, cell: (alert) => when(alert.first_at), csv: (alert) => alert.first_at},
    {title: 'About', fileOnly: true, cell: (alert) => alert.subject_id, csv: (alert) => `${alert.subject_type} ${alert.subject_id}`},
  ];

  override render(): TemplateResult {
    return session.can('audit:read') ? super.render() : html`${this.heading()}${refusedPanel('audit:read')}`;
  }

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Alerts',
      lead: 'What the audit trail shows that somebody should look at. More of the same is counted on the alert that is there.',
      actions: html`<a class="button" href=${address('alerts/rules', router.query)}>${icon('settings')}Rules</a>`,
    });
  }

  protected filters(): unknown {
    return html`${filter({name: 'status', label: 'Status', options: ['open', 'acknowledged', 'resolved']})}
    ${filter({name: 'rule', label: 'Rule', options: ALERT_RULES})}
    ${filter({name: 'severity', label: 'Severity', options: ['WARNING', 'ERROR', 'CRITICAL']})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No alert is like that', 'Take a filter away to see more alerts.')
      : emptyState('check', 'Nothing to look at', 'When the trail shows a burst of refusals, a new place or a new administrator, it is told here.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const close = (): void => router.go('alerts', router.query);
    if (id === undefined) {
      return nothing;
    }
    return id === 'rules'
      ? html`<fh-alert-rules-form .closed=${close}></fh-alert-rules-form>`
      : html`<fh-alert-drawer .alertId=${id} .closed=${close} @changed=${() => void this.reload()}></fh-alert-drawer>`;
  }
}
