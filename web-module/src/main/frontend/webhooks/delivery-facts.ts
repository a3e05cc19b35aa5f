import {html, nothing, type TemplateResult} from 'lit';
import {ago, exactMoment} from '../platform/format.js';
import type {Delivery} from './webhook.js';
import {reasonInWords} from './words.js';

/** When it is tried again, or why it is not. */
export function nextAttempt(delivery: Delivery): TemplateResult | typeof nothing {
  if (delivery.status === 'pending' && delivery.next_attempt_at !== null) {
    const due = delivery.next_attempt_at;
    return html`<span class="muted"
      >${delivery.attempt_count === 0 ? 'First' : 'Next'} attempt <time datetime=${due} title=${exactMoment(due)}>${ago(due)}</time></span
    >`;
  }
  return delivery.reason === null ? nothing : html`<span class="muted">${reasonInWords(delivery.reason)}</span>`;
}
