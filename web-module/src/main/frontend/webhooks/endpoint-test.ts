import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {eventTypes} from './catalogue.js';
import './delivery-watch.js';
import type {Delivery, Endpoint, EventType} from './webhook.js';

/** Sends an endpoint a test, and shows what comes of it while it does. Tells `tested` when it is over. */
@customElement('fh-webhook-test')
export class EndpointTest extends PlainElement {
  @property({attribute: false}) endpoint!: Endpoint;
  @state() private types: readonly EventType[] = [];
  @state() private sent: Delivery | null = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return html`<form id="webhook-test" @submit=${this.send}>
        ${formProblem(this.failure)}
        ${field({
          name: 'event_type',
          label: 'What is sent',
          failure: this.failure,
          options: [
            {value: '', label: 'webhook.test: nothing has happened'},
            ...this.types.map(({type}) => ({value: type, label: `The example of ${type}`})),
          ],
        })}
        <p><button class="button primary" ?disabled=${this.busy}>Send the test</button></p>
      </form>
      ${this.sent === null
        ? nothing
        : html`<fh-delivery-watch .first=${this.sent} @over=${() => this.dispatchEvent(new Event('tested'))}></fh-delivery-watch>`}`;
  }

  private async read(): Promise<void> {
    try {
      this.types = await eventTypes();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const {event_type} = valuesOf(event.target as HTMLFormElement);
    this.busy = true;
    try {
      this.sent = await post<Delivery>(`/api/webhooks/endpoints/${this.endpoint.id}/test`, event_type == null ? {} : {event_type});
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  };
}
