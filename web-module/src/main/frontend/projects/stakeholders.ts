import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-name.js';
import '../people/person-picker.js';
import type {User} from '../people/users.js';
import type {Stakeholder} from './project.js';

const MOST = 100;

/** Those with an interest in a project and what it is. Tells `changed` with the new list. */
@customElement('fh-stakeholders')
export class Stakeholders extends PlainElement {
  @property({attribute: false}) stakeholders: readonly Stakeholder[] = [];

  override render(): TemplateResult {
    const {stakeholders} = this;
    return html`<ul class="entries" aria-label="Stakeholders" ?hidden=${stakeholders.length === 0}>
        ${stakeholders.map((one) => this.row(one))}
      </ul>
      ${stakeholders.length >= MOST
        ? html`<p class="hint">A project has at most ${MOST} stakeholders.</p>`
        : html`<fh-person-picker
            .label=${'Add a stakeholder'}
            .hint=${'They see the project whatever its visibility.'}
            .without=${new Set(stakeholders.map((one) => one.user_id))}
            @picked=${(event: CustomEvent<User>) => this.tell([...stakeholders, {user_id: event.detail.id, role: 'stakeholder'}])}
          ></fh-person-picker>`}`;
  }

  private row(one: Stakeholder): TemplateResult {
    return html`<li>
      <fh-person-name .userId=${one.user_id}></fh-person-name>
      <input
        type="text"
        aria-label="Interest"
        placeholder="Such as sponsor"
        required
        maxlength="100"
        autocomplete="off"
        .value=${one.role}
        @change=${(event: Event) => this.rename(one, (event.target as HTMLInputElement).value.trim())}
      />
      <button class="icon-button" type="button" aria-label="Take this stakeholder away" @click=${() => this.without(one)}>
        ${icon('close')}
      </button>
    </li>`;
  }

  private rename(one: Stakeholder, role: string): void {
    this.tell(this.stakeholders.map((other) => (other.user_id === one.user_id ? {...other, role} : other)));
  }

  private without(one: Stakeholder): void {
    this.tell(this.stakeholders.filter((other) => other.user_id !== one.user_id));
    this.querySelector<HTMLElement>('fh-person-picker input')?.focus();
  }

  private tell(stakeholders: readonly Stakeholder[]): void {
    this.stakeholders = stakeholders;
    this.dispatchEvent(new CustomEvent('changed', {detail: stakeholders}));
  }
}
