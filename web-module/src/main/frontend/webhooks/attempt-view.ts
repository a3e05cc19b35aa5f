import {html, nothing, type TemplateResult} from 'lit';
import {exactMoment, moment} from '../platform/format.js';
import {badge} from '../components/parts.js';
import type {Attempt} from './webhook.js';
import {attemptInWords, took} from './words.js';

/** One call: what came of it in words, then all that was sent and answered. */
export function attemptView(attempt: Attempt): TemplateResult {
  const name = attempt.number === null ? 'An attempt that does not count' : `Attempt ${attempt.number}`;
  return html`<article class="attempt" aria-label=${name}>
    <header>
      <strong>${name}</strong>
      ${badge(attempt.status_code === null ? (attempt.error ?? 'accepted') : String(attempt.status_code), attempt.error === null ? 'good' : 'bad')}
      <span class="muted"><time datetime=${attempt.attempted_at} title=${exactMoment(attempt.attempted_at)}>${moment(attempt.attempted_at)}</time>, ${took(attempt.duration_ms)}</span>
    </header>
    <p>${attemptInWords(attempt)}</p>
    ${lines('What was sent', attempt.request_headers)} ${lines('What was answered', attempt.response_headers)}
    ${attempt.response_excerpt === null || attempt.response_excerpt === ''
      ? nothing
      : html`<details>
          <summary>The beginning of the answer</summary>
          <pre tabindex="0" aria-label="The beginning of the answer">${attempt.response_excerpt}</pre>
        </details>`}
    <p class="fine">
      ${attempt.ip_address === null ? nothing : html`To <code>${attempt.ip_address}</code>, `}from the node <code>${attempt.node}</code>
    </p>
  </article>`;
}

function lines(title: string, headers: Readonly<Record<string, unknown>> | null): TemplateResult | typeof nothing {
  const given = Object.entries(headers ?? {});
  return given.length === 0
    ? nothing
    : html`<details>
        <summary>${title}</summary>
        <dl class="headers">${given.map(([name, value]) => html`<div><dt>${name}</dt><dd>${Array.isArray(value) ? value.join(', ') : String(value)}</dd></div>`)}</dl>
      </details>`;
}
