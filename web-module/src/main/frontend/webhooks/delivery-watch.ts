import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {badge, formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {attemptView} from './attempt-view.js';
import {nextAttempt} from './delivery-facts.js';
import {type Delivery, deliveryTone} from './webhook.js';

const PAUSES_MILLIS = [300, 500, 800, 1_200, 2_000];
const LONGEST_MILLIS = 60_000;

/** One delivery while it happens, until it is over or the next attempt is far. Tells `over`. */
@customElement('fh-delivery-watch')
export class DeliveryWatch extends PlainElement {
  @property({attribute: false}) first!: Delivery;
  @state() private delivery: Delivery | null = null;
  @state() private failure: unknown = null;
  private timer = 0;
  private looks = 0;
  private since = 0;

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('first')) {
      clearTimeout(this.timer);
      this.delivery = this.first;
      this.looks = 0;
      this.since = Date.now();
      this.lookLater();
    }
  }

  override render(): TemplateResult {
    const delivery = this.delivery ?? this.first;
    const latest = delivery.attempts[delivery.attempts.length - 1];
    return html`<section class="watched" aria-label="What came of it" aria-live="polite">
      <p class="badges">${badge(delivery.status, deliveryTone(delivery.status))} ${nextAttempt(delivery)}</p>
      ${formProblem(this.failure)} ${latest === undefined ? html`<p class="muted">It is on its way.</p>` : attemptView(latest)}
    </section>`;
  }

  private lookLater(): void {
    const pause = PAUSES_MILLIS[Math.min(this.looks++, PAUSES_MILLIS.length - 1)];
    this.timer = window.setTimeout(() => void this.look(), pause);
  }

  private async look(): Promise<void> {
    try {
      this.delivery = await get<Delivery>(`/api/webhooks/deliveries/${this.first.id}`);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      return;
    }
    const over = this.delivery.status !== 'pending' || this.delivery.attempts.length > 0;
    if (over) {
      this.dispatchEvent(new Event('over'));
    } else if (Date.now() - this.since < LONGEST_MILLIS) {
      this.lookLater();
    }
  }
}
