import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post, remove} from '../platform/api.js';
import {moment} from '../platform/format.js';
import {copied} from '../components/copied.js';
import {field, valuesOf} from '../components/form.js';
import {icon} from '../components/icon.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface PortalLink {
  readonly id: string;
  readonly access: 'read' | 'write';
  readonly created_at: string;
  readonly expires_at: string;
  readonly opened: number;
}

interface NewPortalLink {
  readonly url: string | null;
  readonly expires_at: string;
}

const TIMES = [
  {value: '900', label: 'A quarter of an hour'},
  {value: '3600', label: 'An hour'},
  {value: '28800', label: 'Eight hours'},
  {value: '86400', label: 'A day'},
];

const ACCESS = [
  {value: 'read', label: 'See the webhooks'},
  {value: 'write', label: 'See and change the webhooks'},
];

/** Links to these pages for people who have no account: made, listed and ended. */
@customElement('fh-portal-links')
export class PortalLinks extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private links: readonly PortalLink[] | null = null;
  @state() private made: NewPortalLink | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return drawer({
      title: 'Portal links',
      lead: 'Whoever opens one sees these pages for a while, without an account, and nothing else.',
      body: html`${this.made === null ? nothing : this.told(this.made)}${this.form()}
        <h3>Links that are good still</h3>
        ${this.missing !== null ? problemPanel(this.missing, () => void this.read()) : this.links === null ? skeletonRows(3) : this.list(this.links)}`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Close</button>
        <button class="button primary" form="portal-link" ?disabled=${this.busy}>Make a link</button>`,
      closed: this.closed,
    });
  }

  private told({url, expires_at}: NewPortalLink): TemplateResult {
    return html`<section class="told-once" aria-label="The new link">
      <p>${icon('lock')}<span>Copy it now: it is told this once. It ends on ${moment(expires_at)}.</span></p>
      <p>${copied('link', url ?? '')}</p>
    </section>`;
  }

  private form(): TemplateResult {
    const {failure} = this;
    return html`<form id="portal-link" @submit=${this.make}>
      ${formProblem(failure)}
      ${field({name: 'access', label: 'Whoever opens it may', required: true, value: 'read', options: ACCESS, failure})}
      ${field({name: 'expires_in_seconds', label: 'For', required: true, value: '3600', options: TIMES, failure})}
    </form>`;
  }

  private list(links: readonly PortalLink[]): TemplateResult {
    return links.length === 0
      ? html`<p class="muted">There are none.</p>`
      : html`<ul class="portal-links" aria-label="Portal links">
          ${links.map(
            (link) =>
              html`<li>
                <span>
                  ${badge(link.access)} ends ${when(link.expires_at)}
                  <small class="muted">made ${when(link.created_at)}, opened ${link.opened === 1 ? 'once' : `${link.opened} times`}</small>
                </span>
                <button class="button quiet small" type="button" aria-label="End the link of ${moment(link.created_at)}" @click=${() => this.end(link)}>
                  End
                </button>
              </li>`,
          )}
        </ul>`;
  }

  private async read(): Promise<void> {
    try {
      this.links = (await get<Page<PortalLink>>('/api/webhooks/portal-links')).items;
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const {access, expires_in_seconds} = valuesOf(event.target as HTMLFormElement);
    await this.attempt(async () => {
      this.made = await post<NewPortalLink>('/api/webhooks/portal-links', {access, expires_in_seconds: Number(expires_in_seconds)});
    });
  };

  private async end(link: PortalLink): Promise<void> {
    await this.attempt(async () => {
      await remove(`/api/webhooks/portal-links/${link.id}`);
      this.made = null;
      notify('The link was ended, and whoever had opened it is out.');
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
    await this.read();
    this.busy = false;
  }
}
