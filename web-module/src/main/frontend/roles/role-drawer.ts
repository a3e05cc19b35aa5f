import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, remove} from '../platform/api.js';
import {moment} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../workspaces/workspace-name.js';
import {type RoleDetails, rolePath} from './role.js';

/** One role: what is written in it, and what it comes to. */
@customElement('fh-role-drawer')
export class RoleDrawer extends PlainElement {
  @property({attribute: false}) role = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private details: RoleDetails | null = null;
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private asking = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('role')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {details} = this;
    return drawer({
      title: this.role,
      lead: details?.description ?? undefined,
      body: this.failure !== null ? problemPanel(this.failure) : details === null ? skeletonRows(5) : this.body(details),
      foot: details !== null && !details.built_in && session.can('roles:write') ? this.buttons() : undefined,
      closed: this.closed,
    });
  }

  private body(details: RoleDetails): TemplateResult {
    return html`${formProblem(this.refused)}
      <p class="badges">${details.built_in ? badge('built in') : badge('own', 'info')}</p>
      ${details.built_in ? html`<p class="muted">Nobody changes it. A role of your own can inherit from it.</p>` : nothing}
      <dl class="facts">
        <div>
          <dt>Can be held in</dt>
          <dd>
            ${details.workspace_id === null
              ? 'the whole tenant'
              : html`<fh-workspace-name .workspaceId=${details.workspace_id}></fh-workspace-name>`}
          </dd>
        </div>
        <div><dt>Inherits from</dt><dd>${codes(details.parents, 'nothing')}</dd></div>
        <div><dt>Grants</dt><dd>${codes(details.grants, 'nothing')}</dd></div>
        <div><dt>Denies</dt><dd>${codes(details.denies, 'nothing')}</dd></div>
        <div><dt>Comes to</dt><dd>${details.permissions.length === 1 ? '1 permission' : `${details.permissions.length} permissions`}</dd></div>
        ${details.built_in ? nothing : html`<div><dt>Changed</dt><dd>${moment(details.updated_at)}</dd></div>`}
      </dl>
      <a href=${address('roles/assignments', {role: details.name})}>To whom it is assigned${icon('right')}</a>`;
  }

  private buttons(): TemplateResult {
    if (this.asking) {
      return html`<p class="ask">It cannot be brought back.</p>
        <button class="button" type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" @click=${this.delete}>Delete ${this.role}</button>`;
    }
    return html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Delete</button>
      <a class="button primary" href=${address(`roles/role/${this.role}/edit`, router.query)}>${icon('edit')}Edit</a>`;
  }

  private async read(): Promise<void> {
    try {
      this.details = await get<RoleDetails>(rolePath(this.role));
    } catch (failure) {
      this.failure = failure;
    }
  }

  private delete = async (): Promise<void> => {
    try {
      await remove(rolePath(this.role));
      notify(`${this.role} was deleted.`);
      this.dispatchEvent(new Event('saved'));
      this.querySelector('dialog')?.close();
    } catch (failure) {
      this.refused = failure;
      this.asking = false;
    }
  };
}

function codes(entries: readonly string[], none: string): TemplateResult {
  return entries.length === 0
    ? html`<span class="muted">${none}</span>`
    : html`<span class="codes">${entries.map((entry) => html`<code>${entry}</code>`)}</span>`;
}
