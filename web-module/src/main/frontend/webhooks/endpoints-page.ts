import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, type Page, patch} from '../platform/api.js';
import {words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, when} from '../components/parts.js';
import './endpoint-drawer.js';
import './endpoint-form.js';
import {endpointName} from './endpoint-names.js';
import {healthMark} from './health-mark.js';
import './ledger-line.js';
import './portal-links.js';
import {type Delivery, type Endpoint, endpointState, shortUrl} from './webhook.js';
import {webhooksHeading} from './webhooks-heading.js';
import {type Health, healthByEndpoint, reasonInWords} from './words.js';

function stateBadge(endpoint: Endpoint): TemplateResult {
  const {word, tone} = endpointState(endpoint);
  return badge(word, tone);
}

/** From how many of the newest deliveries it is told how the endpoints fare. */
const LOOKED_AT = 200;

/** Where the tenant wants to hear of events. */
@customElement('fh-webhooks')
export class EndpointsPage extends ListPage<Endpoint> {
  protected readonly source = '/api/webhooks/endpoints';
  protected readonly name = 'Webhook endpoints';
  @state() private health: ReadonlyMap<string, Health> = new Map();
  @state() private refused: unknown = null;

  protected readonly columns: readonly Column<Endpoint>[] = [
    {
      title: 'Endpoint',
      cell: (endpoint) =>
        html`<a class="titled" href=${address(`webhooks/${endpoint.id}`, router.query)}>
          <strong>${endpointName(endpoint)}</strong><small>${shortUrl(endpoint.url)}</small>
        </a>`,
      csv: (endpoint) => endpoint.url,
    },
    {
      title: 'State',
      cell: (endpoint) =>
        html`${stateBadge(endpoint)}
        ${endpoint.status_reason === null ? nothing : html`<small class="muted">${reasonInWords(endpoint.status_reason)}</small>`}`,
      csv: (endpoint) => endpoint.status,
    },
    {
      title: 'Lately',
      cell: (endpoint) => healthMark(this.health.get(endpoint.id)),
      csv: (endpoint) => endpoint.failing_since,
    },
    {
      title: 'Failing since',
      spare: true,
      cell: (endpoint) => (endpoint.failing_since == null ? '–' : when(endpoint.failing_since)),
      csv: (endpoint) => endpoint.failing_since,
    },
    {title: 'Events', spare: true, cell: (endpoint) => endpoint.events.join(', '), csv: (endpoint) => endpoint.events.join(' ')},
    {title: 'Made', sort: 'created_at', spare: true, cell: (endpoint) => when(endpoint.created_at), csv: (endpoint) => endpoint.created_at},
    {title: 'Actions', silent: true, cell: (endpoint) => this.actions(endpoint)},
  ];

  protected heading(): TemplateResult {
    return html`${webhooksHeading(
      'webhooks',
      session.can('webhooks:write')
        ? html`${session.signedIn ? html`<a class="button" href=${address('webhooks/portal', router.query)}>Portal links</a>` : nothing}
            <a class="button primary" href=${address('webhooks/new', router.query)}>${icon('plus')}New endpoint</a>`
        : nothing,
    )}
    <fh-webhook-ledger></fh-webhook-ledger>
    ${formProblem(this.refused)}`;
  }

  protected filters(): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState(
      'webhooks',
      'Nobody is told yet',
      'An endpoint is an address of yours that hears of events as they happen. Make one, then send it a test.',
      session.can('webhooks:write')
        ? html`<a class="button" href=${address('webhooks/new')}>${icon('plus')}Make the first endpoint</a>`
        : undefined,
    );
  }

  protected override arrived(rows: readonly Endpoint[]): void {
    if (rows.length > 0) {
      void this.readHealth();
    }
  }

  protected override overlay(): unknown {
    const [id, view] = this.rest;
    const close = (): void => router.go('webhooks', router.query);
    const changed = (): void => void this.reload();
    if (id === undefined) {
      return nothing;
    }
    if (id === 'portal') {
      return html`<fh-portal-links .closed=${close}></fh-portal-links>`;
    }
    if (id === 'new' || view === 'edit') {
      return html`<fh-webhook-endpoint-form .endpointId=${id === 'new' ? '' : id} .closed=${close} @saved=${changed}></fh-webhook-endpoint-form>`;
    }
    return html`<fh-webhook-endpoint .endpointId=${id} .closed=${close} @changed=${changed}></fh-webhook-endpoint>`;
  }

  private actions(endpoint: Endpoint): TemplateResult | typeof nothing {
    if (!session.can('webhooks:write')) {
      return nothing;
    }
    const title = endpoint.status === 'enabled' ? 'Pause' : 'Enable';
    return html`<span class="row-actions">
      <button class="button quiet small" type="button" aria-label="${title} ${endpointName(endpoint)}" @click=${() => this.toggle(endpoint)}>
        ${title}
      </button>
    </span>`;
  }

  private async toggle(endpoint: Endpoint): Promise<void> {
    const status = endpoint.status === 'enabled' ? 'paused' : 'enabled';
    try {
      await patch(`/api/webhooks/endpoints/${endpoint.id}`, {status}, endpoint);
      this.refused = null;
      notify(`${words(endpointName(endpoint))} is ${status}.`);
    } catch (failure) {
      this.refused = failure;
    }
    await this.reload();
  }

  private async readHealth(): Promise<void> {
    try {
      const latest = await get<Page<Delivery>>('/api/webhooks/deliveries', {limit: LOOKED_AT});
      this.health = healthByEndpoint(latest.items);
    } catch (failure) {
      this.refused = failure;
    }
  }
}
