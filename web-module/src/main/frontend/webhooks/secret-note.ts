import {html, type TemplateResult} from 'lit';
import {copied} from '../components/copied.js';
import {icon} from '../components/icon.js';

/** A secret that is told this once. */
export function secretNote(secret: string): TemplateResult {
  return html`<section class="told-once" aria-label="The new secret">
    <p>${icon('lock')}<span>Keep it now: it is told this once. Who receives the messages verifies their signatures with it.</span></p>
    <p class="secret">${copied('secret', secret)}</p>
  </section>`;
}
