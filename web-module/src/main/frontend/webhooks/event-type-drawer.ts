import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {remove} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {EventType} from './webhook.js';

/** A type of event: what it is, what is sent, and for the tenant's own the way to change it. Tells `changed`. */
@customElement('fh-webhook-event-type')
export class EventTypeDrawer extends PlainElement {
  @property({attribute: false}) known: EventType | null = null;
  @property({attribute: false}) loaded = true;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private asking = false;

  override render(): TemplateResult {
    const {known} = this;
    return drawer({
      title: known?.type ?? 'Event type',
      lead: known?.description,
      body: known !== null ? this.body(known) : this.loaded ? emptyState('search', 'There is no such event', 'It may have been deleted.') : skeletonRows(8),
      foot: known !== null && known.origin === 'tenant' && session.can('webhooks:write') ? this.buttons(known) : undefined,
      wide: true,
      closed: this.closed,
    });
  }

  private body(known: EventType): TemplateResult {
    return html`${formProblem(this.failure)}
      <p class="badges">${known.origin === 'tenant' ? badge('own', 'info') : badge('product', 'calm')} ${badge(`version ${known.version}`)}</p>
      ${json('Example', known.example)} ${json('Schema', known.schema)}
      <p><a href=${address('webhooks/deliveries', {type: known.type})}>Its deliveries</a></p>`;
  }

  private buttons(known: EventType): TemplateResult {
    return this.asking
      ? html`<p class="ask">No more messages of it can be sent. What was sent stays on record.</p>
          <button class="button" type="button" @click=${() => (this.asking = false)}>Keep it</button>
          <button class="button danger" type="button" @click=${this.delete}>Delete it</button>`
      : html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Delete</button>
          <button class="button" type="button" @click=${closeDialog}>Close</button>
          <a class="button primary" href=${address(`webhooks/event-types/${known.type}/edit`)}>Edit</a>`;
  }

  private delete = async (event: Event): Promise<void> => {
    const dialog = (event.currentTarget as Element).closest('dialog');
    try {
      await remove(`/api/webhooks/event-types/${this.known!.type}`);
      notify(`${this.known!.type} was deleted.`);
      this.dispatchEvent(new Event('changed'));
      dialog?.close();
    } catch (failure) {
      this.failure = failure;
      this.asking = false;
    }
  };
}

function json(title: string, value: unknown): TemplateResult | typeof nothing {
  return value === null || value === undefined
    ? nothing
    : html`<h3>${title}</h3>
        <pre tabindex="0" aria-label=${title}>${JSON.stringify(value, null, 2)}</pre>`;
}
