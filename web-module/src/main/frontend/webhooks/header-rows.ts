import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ApiProblem} from '../platform/api.js';
import {icon} from '../components/icon.js';
import type {Row} from './endpoint-body.js';

const MOST = 20;

/** The headers that go with each call, in the form of an endpoint. Tells `changed` with the new list. */
@customElement('fh-webhook-headers')
export class HeaderRows extends LitElement {
  @property({attribute: false}) headers: readonly Row[] = [];
  @property({attribute: false}) failure: unknown = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const fault = this.failure instanceof ApiProblem ? this.failure.faultAt('headers') : undefined;
    return html`<p class="hint">They are sent with each call. What is set is not told again: a value of dots stays as it is.</p>
      <ul class="entries" aria-label="Headers" ?hidden=${this.headers.length === 0}>
        ${this.headers.map((header, index) => this.row(header, index))}
      </ul>
      ${fault === undefined ? nothing : html`<p class="fault">${fault}</p>`}
      <button class="button small" type="button" ?disabled=${this.headers.length >= MOST} @click=${this.add}>
        ${icon('plus')}Add a header
      </button>`;
  }

  private row(header: Row, index: number): TemplateResult {
    const part = (name: keyof Row, label: string, longest: number): TemplateResult =>
      html`<input
        type="text"
        aria-label=${label}
        placeholder=${label}
        required
        maxlength=${longest}
        autocomplete="off"
        .value=${header[name]}
        @change=${(event: Event) => this.typed((event.target as HTMLInputElement).value.trim(), index, name)}
      />`;
    return html`<li>
      ${part('name', 'Name of the header', 100)} ${part('value', 'Value of the header', 2000)}
      <button class="icon-button" type="button" aria-label="Take this header away" @click=${() => this.without(index)}>${icon('close')}</button>
    </li>`;
  }

  private add = async (): Promise<void> => {
    this.tell([...this.headers, {name: '', value: ''}]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('li:last-child input')?.focus();
  };

  private typed(text: string, index: number, part: keyof Row): void {
    this.tell(this.headers.map((header, at) => (at === index ? {...header, [part]: text} : header)));
  }

  private without(index: number): void {
    this.tell(this.headers.filter((_, at) => at !== index));
    this.querySelector<HTMLElement>('button.small')?.focus();
  }

  private tell(headers: readonly Row[]): void {
    this.headers = headers;
    this.dispatchEvent(new CustomEvent('changed', {detail: headers}));
  }
}
