import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {avatar} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {findUsers, learn, type User} from './users.js';

const PAUSE_MILLIS = 200;

/** Several of them may be on a page. */
let count = 0;

/** Finds somebody by a part of the name or address. Tells `picked` with the user. */
@customElement('fh-person-picker')
export class PersonPicker extends PlainElement {
  @property({attribute: false}) label = 'Person';
  @property({attribute: false}) hint = '';
  /** Who is no choice, as they are in already. */
  @property({attribute: false}) without: ReadonlySet<string> = new Set();
  @state() private found: readonly User[] | null = null;
  @state() private active = 0;
  private timer = 0;
  private readonly key = `picker-${count++}`;

  override render(): TemplateResult {
    const open = this.found !== null;
    return html`<div class="field picker">
      <label for=${this.key}>${this.label}</label>
      <input
        id=${this.key}
        type="text"
        role="combobox"
        autocomplete="off"
        placeholder="Name or email"
        aria-describedby=${this.hint === '' ? nothing : `${this.key}-hint`}
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="${this.key}-list"
        aria-autocomplete="list"
        aria-activedescendant=${open && this.found!.length > 0 ? `${this.key}-${this.active}` : nothing}
        @input=${this.typed}
        @keydown=${this.pressed}
        @blur=${() => (this.found = null)}
      />
      <ul id="${this.key}-list" role="listbox" aria-label="People found" ?hidden=${!open}>
        ${this.found?.map((user, index) => this.option(user, index))}
        ${this.found?.length === 0 ? html`<li role="option" aria-selected="false" aria-disabled="true">Nobody is called so.</li>` : nothing}
      </ul>
      ${this.hint === '' ? nothing : html`<p class="hint" id="${this.key}-hint">${this.hint}</p>`}
    </div>`;
  }

  private option(user: User, index: number): TemplateResult {
    return html`<li
      id="${this.key}-${index}"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @mousedown=${(event: Event) => {
        event.preventDefault();
        this.pick(user);
      }}
    >
      ${avatar(user.name)}<span><strong>${user.name}</strong><small>${user.email}</small></span>
    </li>`;
  }

  private typed = (event: InputEvent): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    if (text === '') {
      this.found = null;
      return;
    }
    this.timer = setTimeout(() => void this.find(text), PAUSE_MILLIS);
  };

  private async find(text: string): Promise<void> {
    const page = await findUsers(text);
    learn(page.items);
    this.active = 0;
    this.found = page.items.filter((user) => !this.without.has(user.id)).slice(0, 8);
  }

  private pressed = (event: KeyboardEvent): void => {
    if (this.found === null) {
      return;
    }
    const chosen = this.found[this.active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = Math.max(0, Math.min(this.found.length - 1, this.active + step));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      this.pick(chosen);
    } else if (event.key === 'Escape') {
      this.found = null;
    } else {
      return;
    }
    event.preventDefault();
  };

  private pick(user: User): void {
    this.found = null;
    this.querySelector('input')!.value = '';
    this.dispatchEvent(new CustomEvent<User>('picked', {detail: user}));
  }
}
