import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {number, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {icon} from '../components/icon.js';
import {when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface Ledger {
  readonly created: number;
  readonly delivered: number;
  readonly exhausted: number;
  readonly skipped: number;
  readonly pending: number;
  readonly balanced: boolean;
  readonly messages: {readonly created: number; readonly spread: number; readonly unspread: number};
  readonly findings: readonly {readonly code: string; readonly count: number}[];
  readonly checked_at: string | null;
}

/** Whether all that was to be sent is accounted for, in one line. */
@customElement('fh-webhook-ledger')
export class LedgerLine extends PlainElement {
  @state() private ledger: Ledger | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult | typeof nothing {
    const {ledger} = this;
    if (ledger === null || ledger.created === 0) {
      return nothing;
    }
    const parts = (['delivered', 'exhausted', 'skipped', 'pending'] as const).map(
      (status) => html`<a href=${address('webhooks/deliveries', {status})}>${number(ledger[status])} ${status}</a>`,
    );
    return html`<p class="ledger ${ledger.balanced ? 'balanced' : 'off'}">
      ${icon(ledger.balanced ? 'check' : 'alert')}
      <span
        >${number(ledger.created)} deliveries = ${parts.map((part, index) => html`${index === 0 ? nothing : ' + '}${part}`)}${ledger.balanced
          ? nothing
          : html`: <strong>this does not add up</strong> (${ledger.findings.map(({code}) => words(code).toLowerCase()).join(', ')}). An operator was told.`}</span
      >
      <small class="muted">counted ${when(ledger.checked_at)}</small>
    </p>`;
  }

  private async read(): Promise<void> {
    try {
      this.ledger = await get<Ledger>('/api/webhooks/ledger');
    } catch {
      // The line is an addition: the list below tells what is wrong when nothing can be read.
      this.ledger = null;
    }
  }
}
