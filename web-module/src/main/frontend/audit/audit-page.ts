import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {download, get, type Page, type Parameters, withParameters} from '../platform/api.js';
import {save} from '../platform/csv.js';
import {words} from '../platform/format.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {notify} from '../components/notice.js';
import type {Option} from '../components/form.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, refusedPanel, when} from '../components/parts.js';
import {personFilter} from '../people/person-filter.js';
import type {Project} from '../projects/project.js';
import {differences} from './difference.js';
import './event-drawer.js';
import {type AuditEvent, severityTone} from './events.js';
import {followTrail} from './live-tail.js';

const DAY_MILLIS = 86_400_000;
const RESOURCES = [
  'project',
  'task',
  'user',
  'team',
  'team_member',
  'role',
  'role_assignment',
  'policy',
  'api_key',
  'workspace',
  'tenant',
  'file',
  'job_run',
  'webhook_endpoint',
  'environment',
  'release',
];
const SEVERITIES = ['INFO', 'WARNING', 'ERROR', 'CRITICAL'].map((value) => ({value, label: words(value.toLowerCase())}));
/** What a live list keeps, so that it does not grow for ever. */
const MOST_LIVE = 200;

/** The trail of the tenant: who did what, when, and what it changed. */
@customElement('fh-audit')
export class AuditPage extends ListPage<AuditEvent> {
  protected readonly source = '/api/audit-logs';
  protected readonly name = 'Audit events';
  @state() private projects: readonly Project[] = [];
  @state() private live = false;
  @state() private connected = false;
  private tail: AbortController | null = null;

  protected readonly columns: readonly Column<AuditEvent>[] = [
    {title: 'When', cell: (event) => when(event.timestamp), csv: (event) => event.timestamp},
    {
      title: 'What',
      cell: (event) =>
        html`<a class="titled" href=${address(`audit/${event.id}`, router.query)}>
          <strong>${words(event.action)}</strong><small>${this.summary(event)}</small>
        </a>`,
      csv: (event) => event.action,
    },
    {title: 'Who', cell: (event) => event.user_email ?? words(event.actor_type), csv: (event) => event.user_email},
    {
      title: 'Result',
      cell: (event) => (event.success ? badge('done', 'good') : badge(event.error ?? 'failed', 'bad')),
      csv: (event) => (event.success ? 'done' : event.error),
    },
    {
      title: 'Severity',
      spare: true,
      cell: (event) => badge(event.severity.toLowerCase(), severityTone(event.severity)),
      csv: (event) => event.severity,
    },
    fileOnly('Resource type', (event) => event.resource_type),
    fileOnly('Resource id', (event) => event.resource_id),
    fileOnly('Project id', (event) => event.project_id),
    fileOnly('Address', (event) => event.ip_address),
    fileOnly('Request', (event) => event.request_id),
    fileOnly('Before', (event) => event.old_values),
    fileOnly('After', (event) => event.new_values),
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('projects:read')) {
      void get<Page<Project>>('/api/projects', {limit: 200, sort: 'name'}).then((page) => (this.projects = page.items));
    }
  }

  override disconnectedCallback(): void {
    this.stopTail();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return session.can('audit:read') ? super.render() : html`${this.heading()}${refusedPanel('audit:read')}`;
  }

  /** Days of the address become moments: the last day counts whole. */
  protected override parameters(query: Query): Parameters {
    const {from, to, result, ...others} = query;
    return {
      ...others,
      from: from === undefined ? undefined : `${from}T00:00:00Z`,
      to: to === undefined ? undefined : new Date(Date.parse(to) + DAY_MILLIS).toISOString(),
      success: result === undefined ? undefined : result === 'done',
    };
  }

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Audit',
      lead: 'Everything that was done or refused in this tenant. Nothing here can be changed.',
      actions: html`<a class="button" href=${address('audit/checkpoints')}>Checkpoints</a>
        <button class="button" type="button" aria-pressed=${this.live ? 'true' : 'false'} @click=${this.toggleTail}>
          ${icon(this.live ? 'pause' : 'play')}${this.live && !this.connected ? 'Connecting' : 'Live'}
        </button>
        ${session.can('audit:export')
          ? html`<button class="button" type="button" @click=${() => void this.take('csv')}>${icon('table')}All as a table</button>
              <button class="button" type="button" @click=${() => void this.take('ndjson')}>${icon('file')}All as lines</button>`
          : nothing}`,
    });
  }

  /** The server makes the file, and puts it on record. */
  private async take(format: 'csv' | 'ndjson'): Promise<void> {
    const {after: _page, ...narrowing} = router.query;
    try {
      save(await download(withParameters(this.source, {...this.parameters(narrowing), format})), `audit-events.${format}`);
    } catch (failure) {
      notify(failure instanceof Error ? failure.message : String(failure));
    }
  }

  private toggleTail = (): void => {
    if (this.live) {
      this.stopTail();
    } else {
      this.startTail();
    }
  };

  private startTail(): void {
    this.live = true;
    this.tail = new AbortController();
    void followTrail(this.parameters(router.query), this.tail.signal, {
      event: (event) => this.add(event),
      connected: (connected) => (this.connected = connected),
    });
  }

  private stopTail(): void {
    this.live = false;
    this.tail?.abort();
    this.tail = null;
  }

  /** A list that was narrowed anew follows what it is narrowed to. */
  protected override arrived(): void {
    if (this.live) {
      this.stopTail();
      this.startTail();
    }
  }

  private add(event: AuditEvent): void {
    if (this.page !== null && !this.page.items.some((known) => known.id === event.id)) {
      this.page = {...this.page, items: [event, ...this.page.items].slice(0, MOST_LIVE)};
    }
  }

  protected filters(query: Query): unknown {
    return html`${filter({name: 'q', label: 'Text'})} ${filter({name: 'action', label: 'Action'})}
    ${filter({name: 'resource_type', label: 'Resource', options: RESOURCES})}
    ${filter({
      name: 'result',
      label: 'Result',
      options: [
        {value: 'done', label: 'Done'},
        {value: 'refused', label: 'Refused or failed'},
      ],
    })}
    ${filter({name: 'severity', label: 'Severity', options: SEVERITIES})} ${filter({name: 'from', label: 'From', type: 'date'})}
    ${filter({name: 'to', label: 'To', type: 'date'})} ${personFilter('user_id', 'Who')}
    ${filter({
      name: 'compliance_relevant',
      label: 'For auditors',
      options: [
        {value: 'true', label: 'Relevant'},
        {value: 'false', label: 'Not relevant'},
      ],
    })}
    ${filter({name: 'project_id', label: 'Project', options: this.projectOptions(query['project_id'])})}
    ${['resource_id', 'request_id'].map((name) => (query[name] ? filter({name, label: words(name)}) : nothing))}`;
  }

  private projectOptions(open: string | undefined): Option[] {
    const options = this.projects.map((project) => ({value: project.id, label: project.name}));
    return open === undefined || options.some((option) => option.value === open)
      ? options
      : [...options, {value: open, label: open}];
  }

  protected empty(narrowed: boolean): TemplateResult {
    const next = this.page?.next ?? null;
    if (next !== null) {
      const further = html`<button class="button" type="button" @click=${() => router.narrow({after: next})}>Look further back</button>`;
      return emptyState('search', 'Not among the newest of these events', 'A text is looked for in 20,000 events at a time.', further);
    }
    return narrowed
      ? emptyState('search', 'Nothing happened like that', 'An action is written as project.updated, or project.* for all of a kind.')
      : emptyState('audit', 'Nothing happened yet', 'Whatever is done or refused from now on is kept here.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    return id === undefined
      ? nothing
      : html`<fh-event-drawer
          .event=${this.page?.items.find((event) => event.id === id) ?? null}
          .loaded=${this.page !== null}
          .closed=${() => router.go('audit', router.query)}
        ></fh-event-drawer>`;
  }

  private summary(event: AuditEvent): string {
    if (!event.success) {
      return 'Tried, and nothing was changed';
    }
    const changed = differences(event.old_values, event.new_values).map((one) => words(one.name).toLowerCase());
    const what = event.resource_type === null ? '' : words(event.resource_type);
    return changed.length === 0 ? what : `${what}: ${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''}`;
  }
}

function fileOnly(title: string, csv: (event: AuditEvent) => unknown): Column<AuditEvent> {
  return {title, fileOnly: true, cell: csv, csv};
}
