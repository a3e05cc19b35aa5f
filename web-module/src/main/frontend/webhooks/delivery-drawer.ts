import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {closeDialog, drawer} from '../components/modal.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {attemptView} from './attempt-view.js';
import {nextAttempt} from './delivery-facts.js';
import './delivery-watch.js';
import './message-body.js';
import {type Delivery, deliveryTone} from './webhook.js';

/** One message to one endpoint: what was tried, what is tried next, and the way to send it again. Tells `changed`. */
@customElement('fh-webhook-delivery')
export class DeliveryDrawer extends PlainElement {
  @property({attribute: false}) deliveryId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private delivery: Delivery | null = null;
  @state() private replayed: Delivery | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('deliveryId')) {
      this.replayed = null;
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {delivery} = this;
    return drawer({
      title: delivery?.type ?? 'Delivery',
      lead: delivery === null || delivery.sequence === null ? undefined : `Number ${delivery.sequence} of its endpoint`,
      body: this.missing !== null ? problemPanel(this.missing) : delivery === null ? skeletonRows(8) : this.body(delivery),
      foot: delivery === null ? undefined : this.buttons(delivery),
      wide: true,
      closed: this.closed,
    });
  }

  private body(delivery: Delivery): TemplateResult {
    return html`${formProblem(this.failure)}
      <p class="badges">
        ${badge(delivery.status, deliveryTone(delivery.status))} ${delivery.replay_id === null ? nothing : badge('replayed', 'calm')}
        ${nextAttempt(delivery)}
      </p>
      ${this.replayed === null
        ? nothing
        : html`<h3>Sent again</h3>
            <fh-delivery-watch .first=${this.replayed} @over=${() => this.dispatchEvent(new Event('changed'))}></fh-delivery-watch>`}
      <h3>Attempts</h3>
      ${delivery.attempts.length === 0
        ? html`<p class="muted">It was not tried${delivery.status === 'pending' ? ' yet' : ''}.</p>`
        : [...delivery.attempts].reverse().map(attemptView)}
      <h3>All that is known</h3>
      <dl class="facts">
        <div><dt>Happened</dt><dd>${when(delivery.created_at)}</dd></div>
        <div><dt>Over</dt><dd>${delivery.ended_at === null ? 'Not yet' : when(delivery.ended_at)}</dd></div>
        <div><dt>Endpoint</dt><dd><a href=${address(`webhooks/${delivery.endpoint_id}`)}>${delivery.endpoint_id}</a></dd></div>
        <div>
          <dt>Message</dt>
          <dd><a href=${address('webhooks/deliveries', {message_id: delivery.message_id})} title="All its deliveries">${delivery.message_id}</a></dd>
        </div>
      </dl>
      <fh-message-body .messageId=${delivery.message_id}></fh-message-body>`;
  }

  private buttons(delivery: Delivery): TemplateResult {
    const why = address('webhooks/deliveries/why', {message_id: delivery.message_id, endpoint_id: delivery.endpoint_id});
    return html`<button class="button" type="button" @click=${closeDialog}>Close</button>
      ${delivery.status === 'delivered' ? nothing : html`<a class="button" href=${why}>Why did I not get it?</a>`}
      ${session.can('webhooks:write') && delivery.status !== 'pending'
        ? html`<button class="button primary" type="button" ?disabled=${this.busy} @click=${this.replay}>Send again</button>`
        : nothing}`;
  }

  private async read(): Promise<void> {
    try {
      this.delivery = await get<Delivery>(`/api/webhooks/deliveries/${this.deliveryId}`);
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private replay = async (): Promise<void> => {
    this.busy = true;
    try {
      this.replayed = await post<Delivery>(`/api/webhooks/deliveries/${this.deliveryId}/replay`);
      this.failure = null;
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  };
}
