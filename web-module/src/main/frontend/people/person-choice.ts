import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import './person-name.js';
import './person-picker.js';
import type {User} from './users.js';

/** One person of a form, or nobody. Tells `chosen` with the id, or null. */
@customElement('fh-person-choice')
export class PersonChoice extends PlainElement {
  @property({attribute: false}) label = 'Person';
  @property({attribute: false}) hint = '';
  @property({attribute: false}) userId: string | null = null;

  override render(): TemplateResult {
    if (this.userId === null) {
      return html`<fh-person-picker
        .label=${this.label}
        .hint=${this.hint}
        @picked=${(event: CustomEvent<User>) => void this.choose(event.detail.id)}
      ></fh-person-picker>`;
    }
    return html`<div class="field">
      <span class="label">${this.label}</span>
      <div class="chosen">
        <fh-person-name .userId=${this.userId}></fh-person-name>
        <button class="icon-button" type="button" aria-label="${this.label}: somebody else" @click=${() => void this.choose(null)}>
          ${icon('close')}
        </button>
      </div>
    </div>`;
  }

  /** What was used goes away with the choice, so the focus moves on to what comes. */
  private async choose(id: string | null): Promise<void> {
    this.userId = id;
    this.dispatchEvent(new CustomEvent<string | null>('chosen', {detail: id}));
    await this.updateComplete;
    requestAnimationFrame(() => this.querySelector<HTMLElement>('input, button')?.focus());
  }
}
