import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post} from '../platform/api.js';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {notify} from '../components/notice.js';
import {badge, formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {PreparedUpgrade, Upgrade} from './template.js';

/** What a newer version of its template would change of a tenant, and the release that carries it. */
@customElement('fh-template-upgrade')
export class UpgradeCard extends PlainElement {
  @property() use = '';
  @property() version = '';
  /** A release that carries it is there. */
  @property({attribute: false}) prepared = false;
  @state() private upgrade: Upgrade | null = null;
  @state() private failure: unknown = null;
  @state() private preparing = false;

  override render(): TemplateResult {
    return html`<section class="card" aria-label="Newer version">
      <h2>There is a version ${this.version} of the template</h2>
      ${formProblem(this.failure)}
      ${this.prepared ? html`<p>A release that carries it is prepared. It counts when the tenant’s people have promoted it everywhere.</p>` : nothing}
      ${this.upgrade === null
        ? html`<p><button class="button" type="button" @click=${this.look}>Show what it changes</button></p>`
        : this.preview(this.upgrade)}
    </section>`;
  }

  private preview({changes}: Upgrade): TemplateResult {
    return html`${changes.length === 0 ? html`<p class="muted">Nothing of this tenant is different in it.</p>` : nothing}
      <dl class="facts">
        ${changes.map(
          (one) => html`<div>
            <dt>${words(one.kind)} ${one.key} ${badge(one.change, one.carried ? 'info' : 'calm')}</dt>
            <dd>${one.text}</dd>
          </div>`,
        )}
      </dl>
      ${session.can('templates:write') && changes.some(({carried}) => carried)
        ? html`<p><button class="button primary" type="button" ?disabled=${this.preparing} @click=${this.prepare}>${this.prepared ? 'Prepare another release' : 'Prepare the release'}</button></p>`
        : nothing}`;
  }

  private look = async (): Promise<void> => {
    try {
      this.upgrade = await get<Upgrade>(`/api/market/uses/${this.use}/upgrade`);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  };

  private prepare = async (): Promise<void> => {
    this.preparing = true;
    try {
      const {release_id} = await post<PreparedUpgrade>(`/api/market/uses/${this.use}/upgrade`);
      notify(`${release_id} is prepared; the tenant's people promote it.`);
      this.upgrade = null;
      this.dispatchEvent(new CustomEvent('done'));
    } catch (failure) {
      this.failure = failure;
    }
    this.preparing = false;
  };
}
