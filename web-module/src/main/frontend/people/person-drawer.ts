import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, patch} from '../platform/api.js';
import {moment, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {avatar, badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {AuditEvent} from '../audit/events.js';
import type {User} from './users.js';

/** One person: who they are, what they may do, and what they did last. */
@customElement('fh-person-drawer')
export class PersonDrawer extends PlainElement {
  @property({attribute: false}) userId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private user: User | null = null;
  @state() private events: readonly AuditEvent[] = [];
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private asking = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('userId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const user = this.user;
    return drawer({
      title: user?.name ?? 'Person',
      lead: user?.email,
      body: this.failure !== null ? problemPanel(this.failure) : user === null ? skeletonRows(5) : this.body(user),
      foot: user !== null && session.can('users:write') ? this.buttons(user) : undefined,
      closed: this.closed,
    });
  }

  private body(user: User): TemplateResult {
    return html`${formProblem(this.refused, this.readAgain)}
      <div class="person big">
        ${avatar(user.name)}
        <span>${badge(user.role, 'info')} ${user.is_active ? badge('active', 'good') : badge('deactivated', 'warn')}</span>
      </div>
      <dl class="facts">
        <div><dt>Department</dt><dd>${user.department ?? '–'}</dd></div>
        <div><dt>Last sign-in</dt><dd>${when(user.last_login_at)}</dd></div>
        <div><dt>Added</dt><dd>${moment(user.created_at)}</dd></div>
        <div><dt>Changed</dt><dd>${moment(user.updated_at)}</dd></div>
      </dl>
      ${session.can('audit:read') ? this.trail(user) : nothing}`;
  }

  private trail(user: User): TemplateResult {
    return html`<h3>Did last</h3>
      ${this.events.length === 0
        ? html`<p class="muted">Nothing is in the trail yet.</p>`
        : html`<ul class="trail">
            ${this.events.map(
              (event) =>
                html`<li>
                  <a href=${address(`audit/${event.id}`, {user_id: user.id})}>${words(event.action)}</a>
                  ${event.success ? nothing : badge('refused', 'bad')}<small>${when(event.timestamp)}</small>
                </li>`,
            )}
          </ul>
          <a href=${address('audit', {user_id: user.id})}>All of it${icon('right')}</a>`}`;
  }

  private buttons(user: User): TemplateResult {
    if (this.asking) {
      return html`<p class="ask">Sign-in ends at once. What they made stays.</p>
        <button class="button" type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" @click=${() => this.activate(false)}>Deactivate ${user.name}</button>`;
    }
    return html`${user.is_active
        ? html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Deactivate</button>`
        : html`<button class="button" type="button" @click=${() => this.activate(true)}>Activate again</button>`}
      <a class="button primary" href=${address(`people/${user.id}/edit`)}>${icon('edit')}Edit</a>`;
  }

  private async read(): Promise<void> {
    try {
      this.user = await get<User>(`/api/users/${this.userId}`);
      if (session.can('audit:read')) {
        this.events = (await get<Page<AuditEvent>>('/api/audit-logs', {user_id: this.userId, limit: 6})).items;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  private readAgain = (): void => {
    this.refused = null;
    void this.read();
  };

  private async activate(active: boolean): Promise<void> {
    try {
      this.user = await patch<User>(`/api/users/${this.userId}`, {is_active: active}, this.user!);
      this.refused = null;
      notify(`${this.user.name} is ${active ? 'active again' : 'deactivated'}.`);
      this.dispatchEvent(new Event('saved'));
    } catch (failure) {
      this.refused = failure;
    }
    this.asking = false;
  }
}
