import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {Parameters} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {filter} from '../components/filter.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {eventTypes} from './catalogue.js';
import './delivery-drawer.js';
import {nextAttempt} from './delivery-facts.js';
import {endpointName, endpointOptions, endpoints} from './endpoint-names.js';
import {type Delivery, DELIVERY_STATUSES, deliveryTone, type Endpoint, type EventType} from './webhook.js';
import {webhooksHeading} from './webhooks-heading.js';
import './why-drawer.js';

const DAY_MILLIS = 86_400_000;

/** Days of the address become moments: the last day counts whole. */
export function moments({from, to, ...others}: Query): Parameters {
  return {
    ...others,
    from: from === undefined ? undefined : `${from}T00:00:00Z`,
    to: to === undefined ? undefined : new Date(Date.parse(to) + DAY_MILLIS).toISOString(),
  };
}

/** What was sent where, and how it went. */
@customElement('fh-webhook-deliveries')
export class DeliveriesPage extends ListPage<Delivery> {
  protected readonly source = '/api/webhooks/deliveries';
  protected readonly name = 'Webhook deliveries';
  @state() private endpoints: readonly Endpoint[] = [];
  @state() private types: readonly EventType[] = [];

  protected readonly columns: readonly Column<Delivery>[] = [
    {title: 'When', cell: (delivery) => when(delivery.created_at), csv: (delivery) => delivery.created_at},
    {
      title: 'What',
      cell: (delivery) =>
        html`<a class="titled" href=${address(`webhooks/deliveries/${delivery.id}`, router.query)}>
          <strong>${delivery.type}</strong><small>${this.nameOf(delivery.endpoint_id)}</small>
        </a>`,
      csv: (delivery) => delivery.type,
    },
    {
      title: 'State',
      cell: (delivery) =>
        html`<span class="badges">
            ${badge(delivery.status, deliveryTone(delivery.status))} ${delivery.replay_id === null ? nothing : badge('replayed', 'calm')}
          </span>
          <small>${nextAttempt(delivery)}</small>`,
      csv: (delivery) => delivery.status,
    },
    {
      title: 'Attempts',
      numeric: true,
      spare: true,
      cell: (delivery) => delivery.attempt_count,
      csv: (delivery) => delivery.attempt_count,
    },
    {title: 'Number', numeric: true, spare: true, cell: (delivery) => delivery.sequence ?? '–', csv: (delivery) => delivery.sequence},
    {
      title: 'Over',
      spare: true,
      cell: (delivery) => (delivery.ended_at === null ? '–' : when(delivery.ended_at)),
      csv: (delivery) => delivery.ended_at,
    },
    fileOnly('Reason', (delivery) => delivery.reason),
    fileOnly('Delivery', (delivery) => delivery.id),
    fileOnly('Message', (delivery) => delivery.message_id),
    fileOnly('Endpoint', (delivery) => delivery.endpoint_id),
    fileOnly('Next attempt', (delivery) => delivery.next_attempt_at),
    fileOnly('Replay', (delivery) => delivery.replay_id),
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readChoices();
  }

  protected override parameters(query: Query): Parameters {
    return moments(query);
  }

  protected heading(): TemplateResult {
    return webhooksHeading(
      'webhooks/deliveries',
      html`<a class="button" href=${address('webhooks/deliveries/why', router.query)}>Why did I not get it?</a>`,
    );
  }

  protected filters(query: Query): unknown {
    return html`${filter({name: 'endpoint_id', label: 'Endpoint', options: endpointOptions(this.endpoints, query['endpoint_id'])})}
    ${filter({name: 'status', label: 'State', options: DELIVERY_STATUSES})}
    ${filter({name: 'type', label: 'Event', options: this.types.map(({type}) => ({value: type, label: type}))})}
    ${filter({name: 'from', label: 'From', type: 'date'})} ${filter({name: 'to', label: 'To', type: 'date'})}
    ${filter({name: 'message_id', label: 'Message'})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No delivery is like that', 'Take a filter away to see more deliveries.')
      : emptyState('webhooks', 'Nothing was sent yet', 'As soon as something happens that an endpoint wants to hear, it is listed here.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const close = (): void => router.go('webhooks/deliveries', router.query);
    if (id === undefined) {
      return nothing;
    }
    return id === 'why'
      ? html`<fh-webhook-why .endpoints=${this.endpoints} .closed=${close}></fh-webhook-why>`
      : html`<fh-webhook-delivery .deliveryId=${id} .closed=${close} @changed=${() => void this.reload()}></fh-webhook-delivery>`;
  }

  private nameOf(id: string): string {
    const known = this.endpoints.find((one) => one.id === id);
    return known === undefined ? `Endpoint ${id.slice(0, 8)}` : endpointName(known);
  }

  private async readChoices(): Promise<void> {
    try {
      [this.endpoints, this.types] = await Promise.all([endpoints(), eventTypes()]);
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function fileOnly(title: string, csv: (delivery: Delivery) => unknown): Column<Delivery> {
  return {title, fileOnly: true, cell: csv, csv};
}
