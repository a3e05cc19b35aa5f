import {html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {icon} from './icon.js';
import {PlainElement} from './plain-element.js';

const SHOWN_MILLIS = 5_000;

/** Tells shortly what was done, to eyes and to screen readers. */
@customElement('fh-notices')
export class Notices extends PlainElement {
  @state() private text: string | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('freehold-notice', this.show as EventListener);
  }

  override disconnectedCallback(): void {
    removeEventListener('freehold-notice', this.show as EventListener);
    super.disconnectedCallback();
  }

  override render(): unknown {
    return html`<div class="notices" role="status">
      ${this.text === null ? nothing : html`<p class="notice">${icon('check')}${this.text}</p>`}
    </div>`;
  }

  private show = (event: CustomEvent<string>): void => {
    this.text = event.detail;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.text = null), SHOWN_MILLIS);
  };
}

export function notify(text: string): void {
  dispatchEvent(new CustomEvent('freehold-notice', {detail: text}));
}
