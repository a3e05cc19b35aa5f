import {html, nothing, type TemplateResult} from 'lit';
import {ApiProblem} from '../platform/api.js';
import {words} from '../platform/format.js';
import {type Asked, isJson, isNumber, type Question, typed} from './template.js';

export interface AnswerField {
  readonly asked: Asked;
  readonly value: unknown;
  /** What was typed, where that is not the answer itself. */
  readonly text: string | undefined;
  readonly failure: unknown;
  /** Undefined for no answer. */
  given(value: unknown, text: string): void;
}

/** The input for a question of a template. */
export function answerField(field: AnswerField): TemplateResult {
  const {name, question} = field.asked;
  const label = question.title ?? words(name);
  const id = `field-${name}`;
  if (question.type === 'boolean') {
    return html`<label class="check">
      <input type="checkbox" id=${id} name=${name} .checked=${field.value === true} @change=${(event: Event) => field.given(input(event).checked, '')} />
      <span>${label}${question.description === undefined ? nothing : html`<small>${question.description}</small>`}</span>
    </label>`;
  }
  const fault = field.failure instanceof ApiProblem ? field.failure.faultAt(name) : undefined;
  const told = [question.description ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return html`<div class="field ${fault ? 'faulty' : ''}">
    <label for=${id}>${label}${field.asked.required ? nothing : html` <span class="optional">optional</span>`}</label>
    ${control(field, id, told, fault !== undefined)}
    ${question.description ? html`<p class="hint" id="${id}-hint">${question.description}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  </div>`;
}

function control(field: AnswerField, id: string, told: string, faulty: boolean): TemplateResult {
  const {asked, value, given} = field;
  const {name, question, required} = asked;
  if (isJson(question)) {
    return html`<textarea
      id=${id}
      name=${name}
      class="json"
      rows="8"
      spellcheck="false"
      ?required=${required}
      aria-describedby=${told || nothing}
      aria-invalid=${faulty ? 'true' : nothing}
      .value=${field.text ?? ''}
      @input=${(event: Event) => json(event.target as HTMLTextAreaElement, given)}
    ></textarea>`;
  }
  if (question.enum !== undefined) {
    return html`<select
      id=${id}
      name=${name}
      ?required=${required}
      aria-describedby=${told || nothing}
      @change=${(event: Event) => given(chosen(question, (event.target as HTMLSelectElement).value), '')}
    >
      ${required ? nothing : html`<option value=""></option>`}
      ${question.enum.map((one) => html`<option value=${String(one)} .selected=${one === value}>${words(String(one))}</option>`)}
    </select>`;
  }
  return html`<input
    id=${id}
    name=${name}
    type=${type(question)}
    step=${question.type === 'number' ? 'any' : nothing}
    min=${question.minimum ?? nothing}
    max=${question.maximum ?? nothing}
    minlength=${question.minLength ?? nothing}
    maxlength=${question.maxLength ?? nothing}
    placeholder=${question.examples === undefined ? nothing : String(question.examples[0])}
    autocomplete=${question.writeOnly ? 'new-password' : 'off'}
    ?required=${required}
    aria-describedby=${told || nothing}
    aria-invalid=${faulty ? 'true' : nothing}
    .value=${value === undefined ? '' : String(value)}
    @input=${(event: Event) => given(typed(question, input(event).value), '')}
  />`;
}

function input(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}

function type(question: Question): string {
  if (question.writeOnly) {
    return 'password';
  }
  if (question['x-widget'] === 'color') {
    return 'color';
  }
  return isNumber(question) ? 'number' : 'text';
}

function chosen({enum: choices}: Question, text: string): unknown {
  return choices?.find((one) => String(one) === text);
}

/** What is no JSON stays in the field, and says so. */
function json(area: HTMLTextAreaElement, given: AnswerField['given']): void {
  try {
    const value: unknown = area.value.trim() === '' ? undefined : JSON.parse(area.value);
    area.setCustomValidity('');
    given(value === null ? undefined : value, area.value);
  } catch {
    area.setCustomValidity('This is not JSON.');
  }
}
