import {html, type TemplateResult} from 'lit';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {field} from '../components/form.js';
import type {Parameter} from './job.js';

/** Inputs for the parameters that a job declares. */
export function parameterFields(
  parameters: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
  failure: unknown,
): TemplateResult[] {
  return parameters.map((parameter) => {
    const value = given[parameter.name] ?? parameter.default_value ?? meant(parameter);
    if (parameter.type === 'boolean') {
      return html`<label class="check">
        <input type="checkbox" name=${parameter.name} ?checked=${value === true || value === 'true'} />
        <span>${words(parameter.name)}<small>${parameter.description}</small></span>
      </label>`;
    }
    return field({
      name: parameter.name,
      label: words(parameter.name),
      type: parameter.type === 'integer' ? 'number' : 'text',
      value: value === null || value === undefined ? '' : String(value),
      hint: hint(parameter),
      required: parameter.required,
      ...(parameter.type === 'string' && parameter.maximum !== null ? {maxLength: parameter.maximum} : {}),
      minimum: parameter.type === 'integer' ? parameter.minimum : null,
      maximum: parameter.type === 'integer' ? parameter.maximum : null,
      failure,
    });
  });
}

/** The tenant that is open is the one that is meant; the platform means none. */
function meant({name}: Parameter): unknown {
  return name === 'tenant_slug' && session.tenant !== 'platform' ? session.tenant : null;
}

function hint({description, minimum, maximum, type}: Parameter): string {
  const range = type === 'integer' && minimum !== null && maximum !== null ? ` ${minimum} to ${maximum}.` : '';
  return `${description}${range}`;
}

/** The parameters as the API takes them; what was left empty is left out. */
export function parametersOf(form: HTMLFormElement, parameters: readonly Parameter[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const {name, type} of parameters) {
    const input = form.elements.namedItem(name) as HTMLInputElement;
    if (type === 'boolean') {
      values[name] = input.checked;
    } else if (input.value.trim() !== '') {
      values[name] = type === 'integer' ? Number(input.value) : input.value.trim();
    }
  }
  return values;
}
