import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {moment, number, size, span} from '../platform/format.js';
import {router} from '../platform/router.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {endpointOptions} from './endpoint-names.js';
import {type Preview, type Replay, type ReplayWish, wishOf} from './replay.js';
import type {DeliveryStatus, Endpoint, EventType} from './webhook.js';

const STATUSES: readonly {readonly status: DeliveryStatus; readonly label: string; readonly hint: string}[] = [
  {status: 'exhausted', label: 'What was given up', hint: 'No attempt was accepted.'},
  {status: 'skipped', label: 'What was skipped', hint: 'The endpoint was paused or disabled, or the quota was used up.'},
  {status: 'delivered', label: 'What has arrived', hint: 'The receiver hears it again, with the same webhook-id.'},
];

/** Asks what is to be sent again, tells what that would be, and starts it. Tells `started`. */
@customElement('fh-webhook-replay-form')
export class ReplayForm extends PlainElement {
  @property({attribute: false}) endpoints: readonly Endpoint[] = [];
  @property({attribute: false}) types: readonly EventType[] = [];
  @property({attribute: false}) closed: () => void = () => {};
  @state() private preview: {readonly wish: ReplayWish; readonly told: Preview} | null = null;
  @state() private failure: unknown = null;
  @state() private busy = false;
  private started: string | null = null;

  override render(): TemplateResult {
    const {preview} = this;
    return drawer({
      title: 'Send many again',
      lead: 'First it is told what that would be. Messages that happen now go before them.',
      body: html`<form id="webhook-replay" @submit=${this.look} @input=${this.altered}>${formProblem(this.failure)} ${this.fields()}</form>
        ${preview === null ? nothing : this.told(preview.told)}`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button ${preview === null ? 'primary' : ''}" form="webhook-replay" ?disabled=${this.busy}>Preview</button>
        ${preview === null || preview.told.count === 0
          ? nothing
          : html`<button class="button primary" type="button" ?disabled=${this.busy} @click=${() => this.start(preview.wish)}>
              Send ${number(preview.told.count)} again
            </button>`}`,
      closed: () => (this.started === null ? this.closed() : router.go(`webhooks/replays/${this.started}`)),
    });
  }

  private fields(): TemplateResult {
    const {failure} = this;
    return html`${field({
        name: 'endpoint_id',
        label: 'Endpoint',
        options: [{value: '', label: 'All endpoints'}, ...endpointOptions(this.endpoints)],
        failure,
      })}
      <fieldset class="choices">
        <legend>Which</legend>
        ${STATUSES.map(
          ({status, label, hint}) =>
            html`<label class="check">
              <input type="checkbox" name="status" value=${status} .checked=${status === 'exhausted'} />
              <span>${label}<small>${hint}</small></span>
            </label>`,
        )}
      </fieldset>
      <div class="pair">
        ${field({name: 'from', label: 'Happened from', type: 'datetime-local', failure})}
        ${field({name: 'to', label: 'Happened until', type: 'datetime-local', failure})}
      </div>
      <div class="pair">
        ${field({
          name: 'type',
          label: 'Event',
          options: [{value: '', label: 'All events'}, ...this.types.map(({type}) => ({value: type, label: type}))],
          failure,
        })}
        ${field({name: 'rate_per_minute', label: 'A minute, at most', type: 'number', minimum: 1, hint: '600 when empty', failure})}
      </div>`;
  }

  private told({count, bytes, oldest, newest, estimated_seconds}: Preview): TemplateResult {
    return html`<section class="preview" aria-label="What would be sent" aria-live="polite">
      ${count === 0
        ? html`<p>Nothing is like that.</p>`
        : html`<p>
            <strong>${number(count)}</strong> ${count === 1 ? 'delivery' : 'deliveries'}, ${size(bytes)}, in about
            ${span(Math.max(1, estimated_seconds))}.
          </p>
          <p class="muted">From ${moment(oldest)} to ${moment(newest)}.</p>`}
    </section>`;
  }

  /** What was told is of another wish. */
  private altered = (): void => {
    this.preview = null;
  };

  private look = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const wish = wishOf(valuesOf(form), new FormData(form).getAll('status') as DeliveryStatus[]);
    await this.attempt(async () => {
      this.preview = {wish, told: await post<Preview>('/api/webhooks/replays/preview', wish)};
    });
  };

  private async start(wish: ReplayWish): Promise<void> {
    await this.attempt(async () => {
      const replay = await post<Replay>('/api/webhooks/replays', wish);
      this.started = replay.id;
      notify('They are sent again.');
      this.dispatchEvent(new Event('started'));
      this.querySelector('dialog')?.close();
    });
  }

  private async attempt(change: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await change();
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  }
}
