import {html, nothing, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {exactMoment, number} from '../platform/format.js';
import {badge} from '../components/parts.js';
import {type Answer, type Evidence, verdictTone, verdictWords} from './report.js';

/** What a question found, with links to the events. */
export function answerCard(answer: Answer): TemplateResult {
  const title = `answer-${answer.id}`;
  return html`<section class="card" aria-labelledby=${title}>
    <h2 id=${title}>${answer.id} ${answer.title}</h2>
    <p class="badges">${badge(verdictWords(answer.verdict), verdictTone(answer.verdict))}</p>
    <p>${answer.asks}</p>
    ${answer.missing === null
      ? html`<p><strong>${number(answer.exceptions)}</strong> exceptions among ${number(answer.population)} events. ${answer.note ?? nothing}</p>`
      : html`<p>Not attestable: ${answer.missing}</p>`}
    ${answer.limits === null ? nothing : html`<p class="muted">Not in the answer: ${answer.limits}</p>`}
    ${events('Exceptions', answer.listed)}
    ${answer.sample.length === 0 ? nothing : html`<details><summary>Sample</summary>${events('Sample', answer.sample)}</details>`}
    ${answer.sql === null ? nothing : html`<details><summary>Statement</summary><pre tabindex="0">${answer.sql}</pre></details>`}
  </section>`;
}

function events(title: string, listed: readonly Evidence[]): TemplateResult | typeof nothing {
  return listed.length === 0
    ? nothing
    : html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}, table">
        <table>
          <thead><tr><th scope="col">Event</th><th scope="col" class="numeric">Place</th><th scope="col">Time</th></tr></thead>
          <tbody>
            ${listed.map(
              (one) => html`<tr>
                <td><a href=${inTrail(one)}>${one.action}</a></td>
                <td class="numeric">${number(one.position)}</td>
                <td>${exactMoment(one.at)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
}

/** The day of the event in the trail, with the event opened. */
function inTrail({event, action, at}: Evidence): string {
  const on = at.slice(0, 10);
  return address(`audit/${event}`, {action, from: on, to: on});
}
