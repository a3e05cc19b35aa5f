import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {number} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {eventTypes} from './catalogue.js';
import {endpointName, endpoints} from './endpoint-names.js';
import {type Replay, replayTone} from './replay.js';
import './replay-drawer.js';
import './replay-form.js';
import type {Endpoint, EventType} from './webhook.js';
import {webhooksHeading} from './webhooks-heading.js';

const KINDS: Readonly<Record<Replay['kind'], string>> = {one: 'One delivery', many: 'Many deliveries', redrive: 'The endpoint’s recovery'};

/** What was sent again, many at a time. */
@customElement('fh-webhook-replays')
export class ReplaysPage extends ListPage<Replay> {
  protected readonly source = '/api/webhooks/replays';
  protected readonly name = 'Webhook replays';
  @state() private endpoints: readonly Endpoint[] = [];
  @state() private types: readonly EventType[] = [];

  protected readonly columns: readonly Column<Replay>[] = [
    {
      title: 'Replay',
      cell: (replay) =>
        html`<a class="titled" href=${address(`webhooks/replays/${replay.id}`, router.query)}>
          <strong>${number(replay.total)} ${replay.total === 1 ? 'delivery' : 'deliveries'}</strong><small>${this.nameOf(replay.selection.endpoint_id)}</small>
        </a>`,
      csv: (replay) => replay.id,
    },
    {title: 'By', spare: true, cell: (replay) => KINDS[replay.kind], csv: (replay) => replay.kind},
    {title: 'State', cell: (replay) => badge(replay.status, replayTone(replay.status)), csv: (replay) => replay.status},
    {title: 'Done', numeric: true, cell: (replay) => number(replay.done), csv: (replay) => replay.done},
    {title: 'Arrived', numeric: true, spare: true, cell: (replay) => number(replay.delivered), csv: (replay) => replay.delivered},
    {title: 'Given up', numeric: true, spare: true, cell: (replay) => number(replay.exhausted), csv: (replay) => replay.exhausted},
    {title: 'Started', cell: (replay) => when(replay.created_at), csv: (replay) => replay.created_at},
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readChoices();
  }

  protected heading(): TemplateResult {
    return webhooksHeading(
      'webhooks/replays',
      session.can('webhooks:write')
        ? html`<a class="button primary" href=${address('webhooks/replays/new', router.query)}>${icon('restart')}Send many again</a>`
        : nothing,
    );
  }

  protected filters(): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState('restart', 'Nothing was sent again', 'When a receiver was away, what it missed can be sent again, all at once and as fast as it can take it.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const close = (): void => router.go('webhooks/replays', router.query);
    const changed = (): void => void this.reload();
    if (id === undefined) {
      return nothing;
    }
    return id === 'new'
      ? html`<fh-webhook-replay-form .endpoints=${this.endpoints} .types=${this.types} .closed=${close} @started=${changed}></fh-webhook-replay-form>`
      : html`<fh-webhook-replay .replayId=${id} .closed=${close} @changed=${changed}></fh-webhook-replay>`;
  }

  private nameOf(id: string | null): string {
    const known = this.endpoints.find((one) => one.id === id);
    return id === null ? 'All endpoints' : known === undefined ? `Endpoint ${id.slice(0, 8)}` : endpointName(known);
  }

  private async readChoices(): Promise<void> {
    try {
      [this.endpoints, this.types] = await Promise.all([endpoints(), eventTypes()]);
    } catch (failure) {
      this.failure = failure;
    }
  }
}
