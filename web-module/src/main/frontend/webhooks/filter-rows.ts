import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {ApiProblem} from '../platform/api.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import {filterText, filterValue} from './endpoint-body.js';
import {type Filter, OPERATORS} from './webhook.js';

const MOST = 20;

/** What must hold of an event for an endpoint to hear of it. Tells `changed` with the new list. */
@customElement('fh-webhook-filters')
export class FilterRows extends PlainElement {
  @property({attribute: false}) filters: readonly Filter[] = [];
  @property({attribute: false}) failure: unknown = null;

  override render(): TemplateResult {
    const fault = this.failure instanceof ApiProblem ? this.failure.faultAt('filters') : undefined;
    return html`<p class="hint">All must hold; what they leave out stands in the deliveries as skipped.</p>
      <ul class="filter-rows" aria-label="Filters" ?hidden=${this.filters.length === 0}>
        ${this.filters.map((one, index) => this.row(one, index))}
      </ul>
      ${fault === undefined ? nothing : html`<p class="fault">${fault}</p>`}
      <button class="button small" type="button" ?disabled=${this.filters.length >= MOST} @click=${this.add}>
        ${icon('plus')}Add a filter
      </button>`;
  }

  private row(one: Filter, index: number): TemplateResult {
    return html`<li>
      ${this.text('Field', 'data.priority', one.path, (path) => this.change(index, {...one, path}))}
      <select aria-label="Test" @change=${(event: Event) => this.operate(index, one, (event.target as HTMLSelectElement).value as Filter['op'])}>
        ${Object.entries(OPERATORS).map(([op, label]) => html`<option value=${op} .selected=${live(op === one.op)}>${label}</option>`)}
      </select>
      ${one.op === 'exists'
        ? nothing
        : this.text('Value', one.op === 'in' ? 'high, critical' : 'high', filterText(one.value), (typed) =>
            this.change(index, {...one, value: filterValue(one.op, typed)}),
          )}
      <button class="icon-button" type="button" aria-label="Take this filter away" @click=${() => this.without(index)}>${icon('close')}</button>
    </li>`;
  }

  private text(label: string, example: string, value: string, changed: (text: string) => void): TemplateResult {
    return html`<input
      type="text"
      aria-label=${label}
      placeholder=${example}
      required
      maxlength="500"
      autocomplete="off"
      .value=${live(value)}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).value.trim())}
    />`;
  }

  /** What was typed is read anew as the other test takes it. */
  private operate(index: number, one: Filter, op: Filter['op']): void {
    this.change(index, op === 'exists' ? {path: one.path, op} : {path: one.path, op, value: filterValue(op, filterText(one.value))});
  }

  private add = async (): Promise<void> => {
    this.tell([...this.filters, {path: '', op: 'eq', value: ''}]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('li:last-child input')?.focus();
  };

  private change(index: number, filter: Filter): void {
    this.tell(this.filters.map((one, at) => (at === index ? filter : one)));
  }

  private without(index: number): void {
    this.tell(this.filters.filter((_, at) => at !== index));
    this.querySelector<HTMLElement>('button.small')?.focus();
  }

  private tell(filters: readonly Filter[]): void {
    this.filters = filters;
    this.dispatchEvent(new CustomEvent('changed', {detail: filters}));
  }
}
