import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {ApiProblem, get, type Page} from '../platform/api.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import type {Project} from '../projects/project.js';
import {type Command, commands} from './commands.js';
import {matching} from './matching.js';

const PAUSE_MILLIS = 150;
const FOUND = 6;

/** Jumps anywhere from the keyboard: opened with Ctrl K, or with the command key on a Mac. */
@customElement('fh-palette')
export class Palette extends PlainElement {
  @state() private typed = '';
  @state() private chosen = 0;
  @state() private found: readonly Command[] = [];
  @state() private open = false;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.shortcut);
    addEventListener('freehold-palette', this.show);
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.shortcut);
    removeEventListener('freehold-palette', this.show);
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const shown = this.open ? this.shown() : [];
    return html`<dialog class="palette" aria-label="Jump to" @close=${this.closed} @click=${this.clicked}>
      ${this.open
        ? html`<div class="palette-sheet">
            <div class="palette-input">
              ${icon('search')}
              <input
                type="text"
                role="combobox"
                aria-label="Jump to a page, project or action"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant=${shown.length === 0 ? nothing : `palette-${this.chosen}`}
                placeholder="Jump to a page, project or action"
                autocomplete="off"
                spellcheck="false"
                @input=${this.typing}
                @keydown=${(event: KeyboardEvent) => this.pressed(event, shown)}
              />
              <kbd>Esc</kbd>
            </div>
            <ul id="palette-list" role="listbox" aria-label="Found">
              ${shown.map((command, index) => this.row(command, index))}
            </ul>
            ${shown.length === 0 ? html`<p class="muted" role="status">Nothing is called that.</p>` : nothing}
          </div>`
        : nothing}
    </dialog>`;
  }

  private row(command: Command, index: number): TemplateResult {
    return html`<li
      id="palette-${index}"
      role="option"
      aria-selected=${index === this.chosen ? 'true' : 'false'}
      @click=${() => this.take(command)}
      @pointermove=${() => (this.chosen = index)}
    >
      ${icon(command.icon)}<span>${command.title}</span><small>${command.kind}</small>
    </li>`;
  }

  private shown(): readonly Command[] {
    return [...matching(commands(), this.typed), ...this.found];
  }

  private pressed(event: KeyboardEvent, shown: readonly Command[]): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      this.chosen = (this.chosen + step + shown.length) % shown.length;
      void this.updateComplete.then(() => this.querySelector(`#palette-${this.chosen}`)?.scrollIntoView({block: 'nearest'}));
    }
    const command = shown[this.chosen];
    if (event.key === 'Enter' && command !== undefined) {
      event.preventDefault();
      this.take(command);
    }
  }

  private typing = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.chosen = 0;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(this.typed.trim()), PAUSE_MILLIS);
  };

  private async search(text: string): Promise<void> {
    if (text.length < 2 || !session.can('projects:read')) {
      this.found = [];
      return;
    }
    try {
      const page = await get<Page<Project>>('/api/projects', {q: text, limit: FOUND});
      if (text === this.typed.trim()) {
        this.found = page.items.map((project) => ({
          title: project.name,
          kind: 'Project',
          icon: 'projects',
          run: () => router.go(`projects/${project.id}`),
        }));
      }
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) {
        throw failure;
      }
      // Pages and actions are found without the server, so they stay of use.
      this.found = [];
    }
  }

  private take(command: Command): void {
    this.dialog.close();
    void command.run();
  }

  private show = async (): Promise<void> => {
    if (document.querySelector('dialog[open]') !== null) {
      return;
    }
    this.open = true;
    await this.updateComplete;
    this.dialog.showModal();
    this.querySelector('input')?.focus();
  };

  private shortcut = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      void this.show();
    }
  };

  private clicked = (event: Event): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };

  private closed = (): void => {
    this.open = false;
    this.typed = '';
    this.chosen = 0;
    this.found = [];
  };

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }
}

export function openPalette(): void {
  dispatchEvent(new Event('freehold-palette'));
}
