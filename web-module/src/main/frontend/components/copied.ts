import {html, nothing, type TemplateResult} from 'lit';
import {notify} from './notice.js';

/** A text with a button that copies it, where the browser lets pages do that. */
export function copied(what: string, text: string): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notify(`The ${what} was copied.`);
    } catch {
      // A frame without clipboard-write is refused: the text can still be marked.
      notify(`The browser did not let the ${what} be copied: mark it and copy it.`);
    }
  };
  return html`<code>${text}</code>
    ${isSecureContext ? html`<button class="button quiet small" type="button" aria-label="Copy the ${what}" @click=${copy}>Copy</button>` : nothing}`;
}
