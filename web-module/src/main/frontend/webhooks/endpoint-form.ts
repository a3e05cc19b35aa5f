import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patch, post} from '../platform/api.js';
import {router} from '../platform/router.js';
import {valuesOf} from '../components/form.js';
import {closeDialog, drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import type {Pair} from '../components/pairs.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Workspace, workspaces} from '../workspaces/workspace.js';
import {eventTypes} from './catalogue.js';
import {endpointFields} from './endpoint-fields.js';
import {bodyOf, rowsOf} from './endpoint-body.js';
import {secretNote} from './secret-note.js';
import type {Endpoint, EndpointWithSecret, EventType, Filter} from './webhook.js';

/** Makes an endpoint and tells its secret, or changes one. */
@customElement('fh-webhook-endpoint-form')
export class EndpointForm extends PlainElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) endpointId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private endpoint: Endpoint | null = null;
  @state() private filters: readonly Filter[] = [];
  @state() private headers: readonly Pair[] = [];
  @state() private types: readonly EventType[] = [];
  @state() private places: readonly Workspace[] = [];
  @state() private made: EndpointWithSecret | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readChoices();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('endpointId') && this.endpointId !== '') {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const ready = this.endpointId === '' || this.endpoint !== null;
    return drawer({
      title: this.made !== null ? 'The endpoint was made' : this.endpointId === '' ? 'New endpoint' : 'Edit endpoint',
      lead: this.made?.url ?? this.endpoint?.url,
      body: this.made !== null ? this.told(this.made) : this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(8),
      foot:
        this.made !== null
          ? html`<button class="button primary" type="button" @click=${closeDialog}>I have kept it</button>`
          : formButtons('webhook-endpoint', this.endpointId === '' ? 'Make endpoint' : 'Save', this.saving || !ready),
      wide: true,
      closed: () => (this.made === null ? this.closed() : router.go(`webhooks/${this.made.id}`)),
    });
  }

  private told(made: EndpointWithSecret): TemplateResult {
    return made.secret === null ? html`<p>It was made before, with a secret that was told then.</p>` : secretNote(made.secret);
  }

  private form(): TemplateResult {
    return html`<form id="webhook-endpoint" @submit=${this.save}>
      ${formProblem(this.failure, this.readAgain)}
      ${endpointFields({
        endpoint: this.endpoint,
        filters: this.filters,
        headers: this.headers,
        types: this.types,
        places: this.places,
        failure: this.failure,
        filtered: (filters) => (this.filters = filters),
        headed: (headers) => (this.headers = headers),
      })}
    </form>`;
  }

  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async readChoices(): Promise<void> {
    try {
      [this.types, this.places] = await Promise.all([eventTypes(), workspaces()]);
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async read(): Promise<void> {
    try {
      this.endpoint = await get<Endpoint>(`/api/webhooks/endpoints/${this.endpointId}`);
      this.filters = this.endpoint.filters;
      this.headers = rowsOf(this.endpoint.headers);
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const dialog = form.closest('dialog');
    this.saving = true;
    try {
      const body = bodyOf(valuesOf(form), this.filters, this.headers, this.endpoint);
      if (this.endpoint === null) {
        this.made = await post<EndpointWithSecret>('/api/webhooks/endpoints', body);
      } else {
        await patch(`/api/webhooks/endpoints/${this.endpointId}`, body, this.endpoint);
        notify('The endpoint was saved.');
      }
      this.failure = null;
      this.dispatchEvent(new Event('saved'));
      if (this.made === null) {
        dialog?.close();
      }
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
