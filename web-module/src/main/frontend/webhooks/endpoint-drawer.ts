import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patch, post, remove} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {endpointFacts} from './endpoint-facts.js';
import {endpointName} from './endpoint-names.js';
import './endpoint-secret.js';
import './endpoint-test.js';
import type {Endpoint} from './webhook.js';

const ASKED_MILLIS = 1_000;

const VIEWS = ['Endpoint', 'Test', 'Secret'] as const;

/** One endpoint: what is known of it, a test, and its secret. Tells `changed`. */
@customElement('fh-webhook-endpoint')
export class EndpointDrawer extends PlainElement {
  @property({attribute: false}) endpointId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private endpoint: Endpoint | null = null;
  @state() private view: (typeof VIEWS)[number] = 'Endpoint';
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private busy = false;
  @state() private asking = false;
  private timer = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('endpointId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {endpoint} = this;
    return drawer({
      title: endpoint === null ? 'Endpoint' : endpointName(endpoint),
      lead: endpoint?.url,
      body: this.missing !== null ? problemPanel(this.missing) : endpoint === null ? skeletonRows(8) : this.body(endpoint),
      foot: endpoint !== null && session.can('webhooks:write') && this.view === 'Endpoint' ? this.buttons(endpoint) : undefined,
      wide: true,
      closed: this.closed,
    });
  }

  private body(endpoint: Endpoint): TemplateResult {
    const views = session.can('webhooks:write')
      ? html`<div class="row-actions" role="group" aria-label="Views">
          ${VIEWS.map(
            (view) =>
              html`<button class="button small" type="button" aria-pressed=${view === this.view ? 'true' : 'false'} @click=${() => (this.view = view)}>
                ${view}
              </button>`,
          )}
        </div>`
      : nothing;
    return html`${views}${formProblem(this.failure, () => void this.read())}${this.content(endpoint)}`;
  }

  private content(endpoint: Endpoint): TemplateResult {
    switch (this.view) {
      case 'Endpoint':
        return html`${endpointFacts(endpoint)}
          <p><a href=${address('webhooks/deliveries', {endpoint_id: endpoint.id})}>Its deliveries</a></p>`;
      case 'Test':
        return html`<fh-webhook-test .endpoint=${endpoint} @tested=${this.changedElsewhere}></fh-webhook-test>`;
      case 'Secret':
        return html`<fh-webhook-secret .endpoint=${endpoint} @rotated=${this.changedElsewhere}></fh-webhook-secret>`;
    }
  }

  private buttons(endpoint: Endpoint): TemplateResult {
    if (this.asking) {
      return html`<p class="ask">What waits for it is given up. What was sent stays on record.</p>
        <button class="button" type="button" @click=${() => (this.asking = false)}>Keep it</button>
        <button class="button danger" type="button" ?disabled=${this.busy} @click=${this.delete}>Delete it</button>`;
    }
    const enabled = endpoint.status === 'enabled';
    const unconsented = endpoint.consent != null && endpoint.consent.status !== 'granted';
    return html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Delete</button>
      <button class="button" type="button" @click=${closeDialog}>Close</button>
      <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.become(endpoint, enabled ? 'paused' : 'enabled')}>
        ${enabled ? 'Pause' : 'Enable'}
      </button>
      ${unconsented
        ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.ask(endpoint)}>Ask the receiver again</button>`
        : nothing}
      <a class="button primary" href=${address(`webhooks/${endpoint.id}/edit`)}>Edit</a>`;
  }

  private changedElsewhere = (): void => {
    this.dispatchEvent(new Event('changed'));
    void this.read();
  };

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  /** Again and again while a receiver is being asked. */
  private async read(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.endpoint = await get<Endpoint>(`/api/webhooks/endpoints/${this.endpointId}`);
      this.missing = null;
      this.failure = null;
    } catch (failure) {
      this.missing = failure;
      return;
    }
    if (this.isConnected && this.endpoint.consent?.status === 'asked') {
      this.timer = window.setTimeout(() => void this.read(), ASKED_MILLIS);
    }
  }

  private async become(endpoint: Endpoint, status: string): Promise<void> {
    await this.attempt(async () => {
      this.endpoint = await patch<Endpoint>(`/api/webhooks/endpoints/${endpoint.id}`, {status}, endpoint);
      notify(`The endpoint is ${status}.`);
    });
  }

  private async ask(endpoint: Endpoint): Promise<void> {
    await this.attempt(async () => {
      this.endpoint = await post<Endpoint>(`/api/webhooks/endpoints/${endpoint.id}/consent`, {});
      notify('The receiver is asked. Its answer is told here.');
    });
    await this.read();
  }

  private delete = async (event: Event): Promise<void> => {
    const dialog = (event.currentTarget as Element).closest('dialog');
    await this.attempt(async () => {
      await remove(`/api/webhooks/endpoints/${this.endpointId}`);
      notify('The endpoint was deleted.');
      dialog?.close();
    });
    this.asking = false;
  };

  private async attempt(change: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await change();
      this.failure = null;
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  }
}
