import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {router} from '../platform/router.js';
import {field, valuesOf} from '../components/form.js';
import {icon} from '../components/icon.js';
import {closeDialog, drawer} from '../components/modal.js';
import {badge, formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {endpointOptions} from './endpoint-names.js';
import type {Endpoint} from './webhook.js';

/** Why a message did or did not reach an endpoint. */
interface Explanation {
  readonly message_id: string;
  readonly endpoint_id: string;
  readonly outcome: string;
  readonly code: string;
  readonly sentence: string;
  readonly checks: readonly {readonly code: string; readonly passed: boolean; readonly detail: string}[];
}

/** Answers “Why did I not get it?” for a message and an endpoint. */
@customElement('fh-webhook-why')
export class WhyDrawer extends PlainElement {
  @property({attribute: false}) endpoints: readonly Endpoint[] = [];
  @property({attribute: false}) closed: () => void = () => {};
  @state() private told: Explanation | null = null;
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const {message_id, endpoint_id} = router.query;
    if (message_id !== undefined && endpoint_id !== undefined) {
      void this.ask(message_id, endpoint_id);
    }
  }

  override render(): TemplateResult {
    const {message_id, endpoint_id} = router.query;
    const {failure} = this;
    return drawer({
      title: 'Why did I not get it?',
      lead: 'What became of a message on its way to an endpoint.',
      body: html`<form id="why" @submit=${this.asked}>
          ${formProblem(failure)}
          ${field({
            name: 'message_id',
            label: 'Message',
            value: message_id,
            required: true,
            maxLength: 36,
            hint: 'Its id, which is the header webhook-id; the list of deliveries has it.',
            failure,
          })}
          ${field({
            name: 'endpoint_id',
            label: 'Endpoint',
            value: endpoint_id,
            required: true,
            options: endpointOptions(this.endpoints, endpoint_id),
            failure,
          })}
        </form>
        ${this.told === null ? nothing : this.answer(this.told)}`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Close</button>
        <button class="button primary" form="why">Tell me</button>`,
      closed: this.closed,
    });
  }

  private answer(told: Explanation): TemplateResult {
    return html`<section class="why" aria-label="Answer" aria-live="polite">
      <p class="badges">${badge(told.outcome, told.outcome === 'delivered' ? 'good' : told.outcome === 'pending' ? 'info' : 'warn')}</p>
      <p>${told.sentence}</p>
      <ol>
        ${told.checks.map(({passed, detail}) => html`<li class=${passed ? 'passed' : 'failed'}>${icon(passed ? 'check' : 'close')}<span>${detail}</span></li>`)}
      </ol>
    </section>`;
  }

  private asked = (event: SubmitEvent): void => {
    event.preventDefault();
    const {message_id, endpoint_id} = valuesOf(event.target as HTMLFormElement);
    void this.ask(message_id ?? '', endpoint_id ?? '');
  };

  private async ask(message_id: string, endpoint_id: string): Promise<void> {
    try {
      this.told = await get<Explanation>('/api/webhooks/explain', {message_id, endpoint_id});
      this.failure = null;
    } catch (failure) {
      this.told = null;
      this.failure = failure;
    }
  }
}
