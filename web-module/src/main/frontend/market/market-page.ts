import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {get, type Page} from '../platform/api.js';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {badge, pageHeading, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type TemplateSummary, type Use, useTone} from './template.js';

/** The templates of tenants, and the tenants that were made of them. */
@customElement('fh-market')
export class MarketPage extends PlainElement {
  @state() private templates: readonly TemplateSummary[] | null = null;
  @state() private uses: readonly Use[] = [];
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return html`${pageHeading({title: 'Marketplace', lead: 'Templates of complete tenants. A few answers make one.'})}
    ${this.content()}`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (this.templates === null) {
      return html`<section class="card">${skeletonRows(6)}</section>`;
    }
    return html`<ul class="cards" aria-label="Templates">
        ${this.templates.map(offer)}
      </ul>
      ${this.uses.length === 0 ? nothing : this.made()}`;
  }

  private made(): TemplateResult {
    return html`<section class="card" aria-label="Made of templates">
      <h2>Made of templates</h2>
      <div class="table-scroll" tabindex="0" role="region" aria-label="The last tenants that were made">
        <table>
          <thead>
            <tr><th scope="col">Tenant</th><th scope="col">Template</th><th scope="col">Status</th><th scope="col">When</th></tr>
          </thead>
          <tbody>
            ${this.uses.map(
              (use) => html`<tr>
                <td><a href=${address(`market/uses/${use.id}`)}>${use.tenant_slug}</a></td>
                <td>${use.template.id} ${use.template.version}</td>
                <td>${badge(use.status, useTone(use.status))}</td>
                <td>${when(use.created_at)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private async read(): Promise<void> {
    try {
      const [templates, uses] = await Promise.all([
        get<Page<TemplateSummary>>('/api/market/templates'),
        get<Page<Use>>('/api/market/uses', {limit: 20}),
      ]);
      this.templates = templates.items;
      this.uses = uses.items;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function offer(template: TemplateSummary): TemplateResult {
  return html`<li class="card tile">
    <h2>${template.title} ${template.origin === 'uploaded' ? badge('uploaded', 'info') : nothing}</h2>
    <p class="muted">${template.id} ${template.version}</p>
    <p>${template.description}</p>
    <p class="muted">${template.makes.map(words).join(', ')}</p>
    ${session.can('templates:write')
      ? html`<p><a class="button" href=${address(`market/${template.id}`)} aria-label="Use ${template.title}">Use it</a></p>`
      : nothing}
  </li>`;
}
