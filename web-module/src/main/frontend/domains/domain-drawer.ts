import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ApiProblem, get, post, remove} from '../platform/api.js';
import {session} from '../platform/session.js';
import {copied} from '../components/copied.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Domain, stateOf} from './domain.js';

/** A domain: the record that proves it, and the way to have it looked for. */
@customElement('fh-domain-drawer')
export class DomainDrawer extends PlainElement {
  @property({attribute: false}) domainId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private domain: Domain | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private busy = false;
  @state() private asking = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('domainId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    return drawer({
      title: this.domain?.domain ?? 'Domain',
      body: this.missing !== null ? problemPanel(this.missing) : this.domain === null ? skeletonRows(6) : this.body(this.domain),
      foot: this.domain !== null && session.can('domains:write') ? this.buttons(this.domain) : undefined,
      closed: this.closed,
    });
  }

  private body(domain: Domain): TemplateResult {
    const {text, tone} = stateOf(domain);
    return html`${formProblem(this.failure)}${this.found()}
      <dl class="facts">
        <div><dt>Status</dt><dd>${badge(text, tone)}</dd></div>
        ${session.inPlatform ? html`<div><dt>Tenant</dt><dd>${domain.tenant_slug}</dd></div>` : nothing}
        <div><dt>Verified</dt><dd>${when(domain.verified_at)}</dd></div>
        <div><dt>Looked at</dt><dd>${when(domain.checked_at)}</dd></div>
        ${domain.missing_since === null ? nothing : html`<div><dt>Record missing</dt><dd>${when(domain.missing_since)}</dd></div>`}
      </dl>
      <h3>The record that proves it</h3>
      <p class="muted">
        Add it at your DNS provider and leave it there: it is looked at every day. The name itself has to lead to this installation,
        by a CNAME or an address.
      </p>
      <dl class="facts">
        <div><dt>Type</dt><dd><code>TXT</code></dd></div>
        <div><dt>Name</dt><dd>${copied('name', domain.txt_name)}</dd></div>
        <div><dt>Value</dt><dd>${copied('value', domain.txt_value)}</dd></div>
      </dl>`;
  }

  /** What DNS had instead. */
  private found(): TemplateResult | typeof nothing {
    const problem = this.failure instanceof ApiProblem ? (this.failure.problem as {readonly found?: readonly string[]}) : null;
    return problem?.found === undefined || problem.found.length === 0
      ? nothing
      : html`<p>Found instead:</p>
          <ul>
            ${problem.found.map((value) => html`<li><code>${value}</code></li>`)}
          </ul>`;
  }

  private buttons(domain: Domain): TemplateResult {
    return this.asking
      ? html`<p class="ask">Give ${domain.domain} up?</p>
          <button class="button" type="button" @click=${() => (this.asking = false)}>Keep it</button>
          <button class="button danger" type="button" ?disabled=${this.busy} @click=${this.giveUp}>Give it up</button>`
      : html`<button class="button" type="button" @click=${() => (this.asking = true)}>Remove</button>
          <button class="button" type="button" @click=${closeDialog}>Close</button>
          <button class="button primary" type="button" ?disabled=${this.busy} @click=${this.verify}>
            ${domain.status === 'pending' ? 'Verify' : 'Look again'}
          </button>`;
  }

  private async read(): Promise<void> {
    try {
      this.domain = await get<Domain>(`/api/admin/domains/${this.domainId}`);
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private verify = async (): Promise<void> => {
    this.busy = true;
    try {
      this.domain = await post<Domain>(`/api/admin/domains/${this.domainId}/verify`);
      this.failure = null;
      notify(`${this.domain.domain} is verified.`);
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  };

  private giveUp = async (event: Event): Promise<void> => {
    const dialog = (event.currentTarget as Element).closest('dialog');
    this.busy = true;
    try {
      await remove(`/api/admin/domains/${this.domainId}`);
      notify('The domain was removed.');
      this.dispatchEvent(new Event('changed'));
      dialog?.close();
    } catch (failure) {
      this.failure = failure;
      this.asking = false;
    }
    this.busy = false;
  };
}
