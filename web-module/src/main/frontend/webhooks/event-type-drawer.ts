import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {drawer} from '../components/modal.js';
import {badge, emptyState, skeletonRows} from '../components/parts.js';
import type {EventType} from './webhook.js';

/** A type of event: what it is, and what is sent. */
@customElement('fh-webhook-event-type')
export class EventTypeDrawer extends LitElement {
  @property({attribute: false}) known: EventType | null = null;
  @property({attribute: false}) loaded = true;
  @property({attribute: false}) closed: () => void = () => {};

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const {known} = this;
    return drawer({
      title: known?.type ?? 'Event type',
      lead: known?.description,
      body: known !== null ? this.body(known) : this.loaded ? emptyState('search', 'There is no such event', 'It may have been archived.') : skeletonRows(8),
      wide: true,
      closed: this.closed,
    });
  }

  private body(known: EventType): TemplateResult {
    return html`<p class="badges">${known.origin === 'tenant' ? badge('own', 'info') : badge('product', 'calm')} ${badge(`version ${known.version}`)}</p>
      ${json('Example', known.example)} ${json('Schema', known.schema)}
      <p><a href=${address('webhooks/deliveries', {type: known.type})}>Its deliveries</a></p>`;
  }
}

function json(title: string, value: unknown): TemplateResult | typeof nothing {
  return value === null || value === undefined
    ? nothing
    : html`<h3>${title}</h3>
        <pre tabindex="0" aria-label=${title}>${JSON.stringify(value, null, 2)}</pre>`;
}
