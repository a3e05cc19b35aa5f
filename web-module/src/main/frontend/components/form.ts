import {html, nothing, type TemplateResult} from 'lit';
import {ApiProblem} from '../platform/api.js';
import {words} from '../platform/format.js';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'datetime-local' | 'search';
  readonly value?: string | number | null;
  readonly hint?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly minimum?: number | null;
  readonly maximum?: number | null;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly autocomplete?: string;
  /** What the last attempt failed with: its fault at this name is told here. */
  readonly failure?: unknown;
  readonly options?: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Wire names as options, in words. */
export function choices(values: readonly string[]): Option[] {
  return values.map((value) => ({value, label: words(value)}));
}

/** One labelled input with its hint and its fault. */
export function field(field: Field): TemplateResult {
  const id = `field-${field.name}`;
  const fault = field.failure instanceof ApiProblem ? field.failure.faultAt(field.name) : undefined;
  const told = [field.hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return html`<div class="field ${fault ? 'faulty' : ''}">
    <label for=${id}>${field.label}${field.required ? nothing : html` <span class="optional">optional</span>`}</label>
    ${control(field, id, told, fault !== undefined)}
    ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  </div>`;
}

function control(field: Field, id: string, told: string, faulty: boolean): TemplateResult {
  if (field.options) {
    return html`<select id=${id} name=${field.name} ?required=${field.required} aria-describedby=${told || nothing}>
      ${field.options.map(
        (option) =>
          html`<option value=${option.value} .selected=${option.value === String(field.value ?? '')}>${option.label}</option>`,
      )}
    </select>`;
  }
  if (field.rows) {
    return html`<textarea
      id=${id}
      name=${field.name}
      rows=${field.rows}
      maxlength=${field.maxLength ?? nothing}
      ?required=${field.required}
      aria-describedby=${told || nothing}
      aria-invalid=${faulty ? 'true' : nothing}
      .value=${String(field.value ?? '')}
    ></textarea>`;
  }
  return html`<input
    id=${id}
    name=${field.name}
    type=${field.type ?? 'text'}
    min=${field.minimum ?? nothing}
    max=${field.maximum ?? nothing}
    step=${field.type === 'number' ? 'any' : nothing}
    maxlength=${field.maxLength ?? nothing}
    autocomplete=${field.autocomplete ?? 'off'}
    ?required=${field.required}
    ?readonly=${field.readonly}
    aria-describedby=${told || nothing}
    aria-invalid=${faulty ? 'true' : nothing}
    .value=${String(field.value ?? '')}
  />`;
}

/** The values of a form as a body: empty texts are null. */
export function valuesOf(form: HTMLFormElement): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  new FormData(form).forEach((value, name) => {
    values[name] = String(value).trim() === '' ? null : String(value).trim();
  });
  return values;
}
