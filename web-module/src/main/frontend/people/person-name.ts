import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {avatar} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {nameOf} from './users.js';

/** The name of somebody of whom only the id is at hand. */
@customElement('fh-person-name')
export class PersonName extends PlainElement {
  @property({attribute: false}) userId = '';
  @state() private name = '…';

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('userId')) {
      void nameOf(this.userId).then((name) => (this.name = name));
    }
  }

  override render(): TemplateResult {
    return html`<span class="person small">${avatar(this.name)}<span>${this.name}</span></span>`;
  }
}
