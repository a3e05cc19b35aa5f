import {html, nothing, type TemplateResult} from 'lit';
import {day, moment, span} from '../platform/format.js';
import {badge, when} from '../components/parts.js';
import '../workspaces/workspace-name.js';
import {filterText} from './endpoint-body.js';
import {type Consent, type Endpoint, endpointTone, type Filter, OPERATORS} from './webhook.js';
import {reasonInWords} from './words.js';

/** All that is known of an endpoint. */
export function endpointFacts(endpoint: Endpoint): TemplateResult {
  const rotation = endpoint.secret_rotation;
  return html`<dl class="facts">
    ${fact('State', html`${badge(endpoint.status, endpointTone(endpoint.status))} ${because(endpoint)}`)}
    ${endpoint.consent == null ? nothing : fact('Consent', consentInWords(endpoint.consent))}
    ${endpoint.failing_since == null ? nothing : fact('Failing', html`since ${when(endpoint.failing_since)}`)}
    ${fact('Events', endpoint.events.map((pattern) => html`<code>${pattern}</code> `))}
    ${endpoint.filters.length === 0 ? nothing : fact('Only when', filters(endpoint.filters))}
    ${endpoint.workspace_id === null
      ? nothing
      : fact('Workspace', html`<fh-workspace-name .workspaceId=${endpoint.workspace_id}></fh-workspace-name>`)}
    ${headers(endpoint)} ${fact('Time to answer', span(endpoint.timeout_seconds))} ${fact('Retries', retries(endpoint))}
    ${endpoint.rate_limit_per_second === null ? nothing : fact('At most', `${endpoint.rate_limit_per_second} calls a second`)}
    ${endpoint.redrive ? fact('When it recovers', 'What was given up is sent again') : nothing}
    ${endpoint.client_certificate === null
      ? nothing
      : fact('Certificate', html`<code>${endpoint.client_certificate.subject}</code> until ${day(endpoint.client_certificate.expires_at)}`)}
    ${rotation === null || rotation.previous_expires_at === null
      ? nothing
      : fact('Secret', `The one before signs as well, until ${moment(rotation.previous_expires_at)}`)}
    ${fact('Made', when(endpoint.created_at))} ${fact('Changed', when(endpoint.updated_at))} ${fact('Id', html`<code>${endpoint.id}</code>`)}
  </dl>`;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function because({status_reason}: Endpoint): string | typeof nothing {
  return status_reason === null ? nothing : reasonInWords(status_reason);
}

function consentInWords({status, asked_at, rate_per_minute, detail}: Consent): unknown {
  switch (status) {
    case 'asked':
      return html`The receiver was asked ${when(asked_at)} whether it wants the calls. Nothing is sent before it agrees.`;
    case 'granted':
      return rate_per_minute === null ? 'The receiver agreed to be called' : `The receiver agreed to ${rate_per_minute} calls a minute`;
    case 'refused':
      return html`The receiver has not agreed to be called: ${detail}`;
  }
}

function filters(given: readonly Filter[]): TemplateResult {
  return html`<ul>
    ${given.map(({path, op, value}) => html`<li><code>${path}</code> ${OPERATORS[op]} ${op === 'exists' ? nothing : html`<code>${filterText(value)}</code>`}</li>`)}
  </ul>`;
}

function headers(endpoint: Endpoint): TemplateResult | typeof nothing {
  const names = Object.keys(endpoint.headers);
  return names.length === 0 ? nothing : fact('Headers', names.map((name) => html`<code>${name}</code> `));
}

function retries({max_retries, retry_schedule_seconds}: Endpoint): string {
  return retry_schedule_seconds === null
    ? `${max_retries}, by the schedule of the product`
    : `${max_retries}, after ${retry_schedule_seconds.map((seconds) => span(seconds)).join(', ')}`;
}
