import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {router} from '../platform/router.js';
import {choices, type Option} from './form.js';

export interface Filter {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  readonly type?: 'search' | 'date';
  /** What there is to choose from, as names of the wire or with words of their own. */
  readonly options?: readonly string[] | readonly Option[];
}

/** One control above a list; what it is set to stands in the address. */
export function filter({name, label, type, options}: Filter): TemplateResult {
  const id = `filter-${name}`;
  const value = router.query[name] ?? '';
  const changed = (event: Event): void => {
    router.narrow({[name]: (event.target as HTMLInputElement).value.trim(), after: ''});
  };
  return html`<div class="filter ${options ? 'choice' : (type ?? 'search')}">
    <label for=${id}>${label}</label>
    ${options
      ? html`<select id=${id} @change=${changed}>
          <option value="" .selected=${live(value === '')}>Any</option>
          ${options.map((one) => option(one, value))}
        </select>`
      : html`<input id=${id} type=${type ?? 'search'} .value=${live(value)} @change=${changed} autocomplete="off" />`}
  </div>`;
}

function option(given: string | Option, value: string): TemplateResult {
  const one = typeof given === 'string' ? choices([given])[0]! : given;
  return html`<option value=${one.value} .selected=${live(one.value === value)}>${one.label}</option>`;
}
