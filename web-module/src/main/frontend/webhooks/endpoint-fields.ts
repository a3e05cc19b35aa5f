import {html, nothing, type TemplateResult} from 'lit';
import {ApiProblem} from '../platform/api.js';
import {day} from '../platform/format.js';
import {type Field, field} from '../components/form.js';
import '../components/pairs.js';
import type {Pair, PairWords} from '../components/pairs.js';
import type {Workspace} from '../workspaces/workspace.js';
import {patternsOf} from './catalogue.js';
import './filter-rows.js';
import type {Endpoint, EventType, Filter} from './webhook.js';

const HEADER_WORDS: PairWords = {
  all: 'Headers',
  one: 'header',
  name: 'Name of the header',
  value: 'Value of the header',
  longestName: 100,
  longestValue: 2000,
  most: 20,
  hint: 'They are sent with each call. What is set is not told again: a value of dots stays as it is.',
};

export interface EndpointFields {
  /** Null for a new one. */
  readonly endpoint: Endpoint | null;
  readonly filters: readonly Filter[];
  readonly headers: readonly Pair[];
  readonly types: readonly EventType[];
  readonly places: readonly Workspace[];
  readonly failure: unknown;
  filtered(filters: readonly Filter[]): void;
  headed(headers: readonly Pair[]): void;
}

/** The fields of an endpoint: what everybody fills in first, the rest folded up. */
export function endpointFields(given: EndpointFields): TemplateResult {
  const {endpoint, failure} = given;
  const one = (more: Field): TemplateResult => field({...more, failure});
  return html`${one({name: 'url', label: 'URL', value: endpoint?.url, required: true, maxLength: 2000, hint: 'As https://hooks.example.com/freehold.'})}
    ${one({name: 'description', label: 'Description', value: endpoint?.description, maxLength: 200})} ${events(given, one)}
    ${given.places.length === 0
      ? nothing
      : one({
          name: 'workspace_id',
          label: 'Workspace',
          value: endpoint?.workspace_id,
          hint: 'It hears only of what happens there.',
          options: [{value: '', label: 'The whole tenant'}, ...given.places.map(({id, name}) => ({value: id, label: name}))],
        })}
    ${section('Filters', given.filters.length > 0, html`<fh-webhook-filters
        .filters=${given.filters}
        .failure=${failure}
        @changed=${(event: CustomEvent<readonly Filter[]>) => given.filtered(event.detail)}
      ></fh-webhook-filters>`)}
    ${section('Headers', given.headers.length > 0, html`<fh-pairs
        .words=${HEADER_WORDS}
        .pairs=${given.headers}
        .fault=${failure instanceof ApiProblem ? failure.faultAt('headers') : undefined}
        @changed=${(event: CustomEvent<readonly Pair[]>) => given.headed(event.detail)}
      ></fh-pairs>`)}
    ${section('How it is sent', false, sending(endpoint, one))}
    ${section('Client certificate', isAtCertificate(failure), certificate(endpoint, one))}`;
}

/** What is wrong in a part that is folded would not be seen. */
function isAtCertificate(failure: unknown): boolean {
  return failure instanceof ApiProblem && ['client_certificate_pem', 'client_key_pem'].some((name) => failure.faultAt(name) !== undefined);
}

function section(title: string, open: boolean, content: TemplateResult): TemplateResult {
  return html`<details class="section" ?open=${open}>
    <summary>${title}</summary>
    ${content}
  </details>`;
}

function events({endpoint, types}: EndpointFields, one: (field: Field) => TemplateResult): TemplateResult {
  const add = (event: Event): void => {
    const choice = event.target as HTMLSelectElement;
    const text = choice.closest('form')!.querySelector<HTMLTextAreaElement>('[name=events]')!;
    const lines = text.value.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '*');
    text.value = [...lines, choice.value].join('\n');
    choice.value = '';
  };
  return html`${one({
      name: 'events',
      label: 'Events',
      value: (endpoint?.events ?? ['*']).join('\n'),
      required: true,
      rows: 4,
      hint: 'One a line: a type, a kind as project.*, or * for all.',
    })}
    <select class="add-event" aria-label="Add an event" @change=${add}>
      <option value="">Add an event…</option>
      ${patternsOf(types).map((pattern) => html`<option value=${pattern}>${pattern}</option>`)}
    </select>`;
}

function sending(endpoint: Endpoint | null, one: (field: Field) => TemplateResult): TemplateResult {
  return html`<div class="pair">
      ${one({name: 'timeout_seconds', label: 'Seconds to answer', type: 'number', minimum: 1, maximum: 30, value: endpoint?.timeout_seconds, hint: '30 when empty'})}
      ${one({
        name: 'rate_limit_per_second',
        label: 'Calls a second, at most',
        type: 'number',
        minimum: 1,
        value: endpoint?.rate_limit_per_second,
        hint: 'As many as come when empty',
      })}
    </div>
    <div class="pair">
      ${one({name: 'max_retries', label: 'Retries', type: 'number', minimum: 0, value: endpoint?.max_retries, hint: 'All of the schedule when empty'})}
      ${one({
        name: 'retry_schedule_seconds',
        label: 'Seconds between attempts',
        value: endpoint?.retry_schedule_seconds?.join(', '),
        hint: 'As 60, 300, 3600; the product’s own when empty',
      })}
    </div>
    <label class="check">
      <input type="checkbox" name="redrive" .checked=${endpoint?.redrive ?? false} />
      <span>Send again what was given up<small>As soon as the endpoint takes messages again, the oldest first.</small></span>
    </label>`;
}

function certificate(endpoint: Endpoint | null, one: (field: Field) => TemplateResult): TemplateResult {
  const known = endpoint?.client_certificate ?? null;
  return html`${known === null
      ? html`<p class="hint">For receivers that let in only who shows a certificate (mTLS).</p>`
      : html`<p>Shown now: <code>${known.subject}</code>, until ${day(known.expires_at)}.</p>
          <label class="check"><input type="checkbox" name="drop_certificate" /><span>Show none any more</span></label>`}
    ${one({name: 'client_certificate_pem', label: 'Certificate (PEM)', rows: 4, hint: known === null ? '' : 'Empty: it stays as it is.'})}
    ${one({name: 'client_key_pem', label: 'Private key (PEM)', rows: 4, hint: 'It is kept encrypted and never told again.'})}`;
}
