import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';

const MOST = 16;

/** The roles from which one inherits. Tells `changed` with the new list. */
@customElement('fh-parent-choice')
export class ParentChoice extends PlainElement {
  @property({attribute: false}) parents: readonly string[] = [];
  /** All that there are to choose from. */
  @property({attribute: false}) names: readonly string[] = [];
  /** What is wrong with the choice. */
  @property({attribute: false}) fault: string | undefined = undefined;

  override render(): TemplateResult {
    const {parents} = this;
    const left = this.names.filter((name) => !parents.includes(name));
    return html`<div class="field ${this.fault ? 'faulty' : ''}">
      <label for="add-parent">Inherits from <span class="optional">optional</span></label>
      <ul aria-label="Inherits from" ?hidden=${parents.length === 0}>
        ${parents.map(
          (parent) =>
            html`<li class="chosen">
              <code>${parent}</code>
              <button class="icon-button" type="button" aria-label="Inherit from ${parent} no more" @click=${() => this.leave(parent)}>
                ${icon('close')}
              </button>
            </li>`,
        )}
      </ul>
      <select id="add-parent" aria-describedby="parents-hint" ?disabled=${parents.length >= MOST} @change=${this.add}>
        <option value="">Add a role…</option>
        ${left.map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
      <p class="hint" id="parents-hint">It has all that they grant and deny. At most ${MOST}.</p>
      ${this.fault ? html`<p class="fault">${this.fault}</p>` : ''}
    </div>`;
  }

  private add = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    this.tell([...this.parents, select.value]);
    select.value = '';
  };

  private leave(parent: string): void {
    this.tell(this.parents.filter((other) => other !== parent));
    this.querySelector('select')?.focus();
  }

  private tell(parents: readonly string[]): void {
    this.parents = parents;
    this.dispatchEvent(new CustomEvent('changed', {detail: parents}));
  }
}
