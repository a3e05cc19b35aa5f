import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post} from '../platform/api.js';
import {session} from '../platform/session.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface Change {
  readonly id: string;
  readonly change: string;
  readonly before: unknown;
  readonly reason: string | null;
  readonly by: {readonly type: string; readonly name: string | null};
  readonly at: string;
}

/** Who changed a flag, why, and the way back. Tells `undone`. */
@customElement('fh-flag-history')
export class FlagHistory extends PlainElement {
  @property({attribute: false}) key = '';
  @state() private changes: readonly Change[] | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    if (this.missing !== null) {
      return problemPanel(this.missing, () => void this.read());
    }
    if (this.changes === null) {
      return skeletonRows(4);
    }
    return html`${formProblem(this.failure)}
      <ol class="flag-history" aria-label="History">
        ${this.changes.map((change) => this.row(change))}
      </ol>`;
  }

  private row(change: Change): TemplateResult {
    return html`<li>
      ${badge(change.change)} <span>${change.by.name ?? 'somebody who has left'}</span> ${when(change.at)}
      ${change.before !== null && session.can('flags:write')
        ? html`<button class="button quiet small" type="button" aria-label="Undo: ${change.reason ?? change.change}" @click=${() => this.undo(change)}>
            Undo
          </button>`
        : nothing}
      ${change.reason === null ? nothing : html`<p>${change.reason}</p>`}
    </li>`;
  }

  private async read(): Promise<void> {
    try {
      this.changes = (await get<Page<Change>>(`/api/flags/${this.key}/history`, {limit: 50})).items;
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private async undo(change: Change): Promise<void> {
    try {
      await post(`/api/flags/${this.key}/undo`, {change: change.id, reason: `Undo: ${change.reason ?? change.change}`.slice(0, 500)});
      this.failure = null;
      notify(`${this.key} is what it was before.`);
      this.dispatchEvent(new Event('undone'));
    } catch (failure) {
      this.failure = failure;
    }
    await this.read();
  }
}
