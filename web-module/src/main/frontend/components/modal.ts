import {html, nothing, type TemplateResult} from 'lit';
import {Directive, directive, type ElementPart, PartType, type PartInfo} from 'lit/directive.js';
import {icon} from './icon.js';

/** Opens the dialog that it is on as a modal, and tells when it was closed by any means. */
class Opened extends Directive {
  private entered = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error('opened() belongs on a dialog');
    }
  }

  render(_closed: () => void): void {}

  override update(part: ElementPart, [closed]: [() => void]): void {
    const dialog = part.element as HTMLDialogElement;
    dialog.onclose = closed;
    // A click outside reaches the dialog itself and none of its children.
    dialog.onclick = (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    };
    queueMicrotask(() => {
      if (dialog.isConnected && !dialog.open) {
        dialog.showModal();
      }
      this.enter(dialog);
    });
  }

  /** Whoever opens a form wants to fill it in and not to close it, also when it has to be read first. */
  private enter(dialog: HTMLDialogElement): void {
    const field = dialog.querySelector<HTMLElement>('.dialog-body form :is(input, select, textarea):not([readonly])');
    if (!this.entered && field !== null) {
      this.entered = true;
      if (document.activeElement === null || document.activeElement.closest('.dialog-body') === null) {
        field.focus();
      }
    }
  }
}

const opened = directive(Opened);

export interface Modal {
  readonly title: string;
  readonly lead?: unknown;
  readonly body: unknown;
  readonly foot?: unknown;
  readonly wide?: boolean;
  closed(): void;
}

/** A panel from the right over the page: details and forms. */
export function drawer(modal: Modal): TemplateResult {
  return dialog(modal, 'drawer');
}

/** A question in the middle of the page. */
export function question(modal: Modal): TemplateResult {
  return dialog(modal, 'question');
}

function dialog({title, lead, body, foot, wide, closed}: Modal, kind: string): TemplateResult {
  return html`<dialog class="${kind} ${wide ? 'wide' : ''}" aria-labelledby="dialog-title" ${opened(closed)}>
    <div class="dialog-sheet">
      <header>
        <div>
          <h2 id="dialog-title">${title}</h2>
          ${lead ? html`<p class="lead">${lead}</p>` : nothing}
        </div>
        <form method="dialog">
          <button class="icon-button" aria-label="Close">${icon('close')}</button>
        </form>
      </header>
      <div class="dialog-body" tabindex="0" role="group" aria-label="Content">${body}</div>
      ${foot ? html`<footer>${foot}</footer>` : nothing}
    </div>
  </dialog>`;
}

/** Closes the dialog around what was used, as Escape does. */
export function closeDialog(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}

/** The foot of a dialog with a form of this id: leaves it, or sends it unless it has to wait. */
export function formButtons(form: string, title: string, waits: boolean): TemplateResult {
  return html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
    <button class="button primary" form=${form} ?disabled=${waits}>${title}</button>`;
}
