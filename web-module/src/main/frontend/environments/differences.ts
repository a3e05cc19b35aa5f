import {html, type TemplateResult} from 'lit';
import {badge, type Tone} from '../components/parts.js';
import type {Difference} from './environment.js';

const TONES: Record<Difference['kind'], Tone> = {added: 'info', missing: 'bad', changed: 'warn'};

/** What is not as it was expected, each with both forms. */
export function differencesOf(differences: readonly Difference[]): TemplateResult {
  return html`<table class="difference">
    <thead>
      <tr><th scope="col">Object</th><th scope="col">As released</th><th scope="col">As found</th></tr>
    </thead>
    <tbody>
      ${differences.map(
        (one) =>
          html`<tr>
            <th scope="row"><code>${one.object}</code> ${badge(one.kind, TONES[one.kind])}</th>
            <td>${one.expected === null ? html`<span class="muted">nothing</span>` : html`<del>${one.expected}</del>`}</td>
            <td>${one.found === null ? html`<span class="muted">nothing</span>` : html`<ins>${one.found}</ins>`}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
