import {html, LitElement, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from '../components/icon.js';
import type {Kpi} from './kpi.js';

const MOST = 50;

/** The key figures of a project in its form. Tells `changed` with the new list. */
@customElement('fh-kpis')
export class KpiList extends LitElement {
  @property({attribute: false}) kpis: readonly Kpi[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`<ul class="entries" aria-label="Key figures" ?hidden=${this.kpis.length === 0}>
        ${this.kpis.map((kpi, index) => this.row(kpi, index))}
      </ul>
      <button class="button small" type="button" ?disabled=${this.kpis.length >= MOST} @click=${this.add}>
        ${icon('plus')}Add a key figure
      </button>`;
  }

  private row(kpi: Kpi, index: number): TemplateResult {
    const part = (name: keyof Kpi, label: string, longest: number): TemplateResult =>
      html`<input
        type="text"
        aria-label=${label}
        placeholder=${label}
        required
        maxlength=${longest}
        autocomplete="off"
        .value=${kpi[name]}
        @change=${(event: Event) => this.typed(event.target as HTMLInputElement, index, name)}
      />`;
    return html`<li>
      ${part('name', 'Key figure', 100)} ${part('value', 'Value', 500)}
      <button class="icon-button" type="button" aria-label="Take this key figure away" @click=${() => this.without(index)}>
        ${icon('close')}
      </button>
    </li>`;
  }

  private add = async (): Promise<void> => {
    this.tell([...this.kpis, {name: '', value: ''}]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('li:last-child input')?.focus();
  };

  private typed(input: HTMLInputElement, index: number, part: keyof Kpi): void {
    const value = input.value.trim();
    const taken = part === 'name' && this.kpis.some((other, at) => at !== index && other.name === value);
    input.setCustomValidity(taken ? 'Another key figure has this name.' : '');
    this.tell(this.kpis.map((kpi, at) => (at === index ? {...kpi, [part]: value} : kpi)));
  }

  private without(index: number): void {
    this.tell(this.kpis.filter((_, at) => at !== index));
    this.querySelector<HTMLElement>('button.small')?.focus();
  }

  private tell(kpis: readonly Kpi[]): void {
    this.kpis = kpis;
    this.dispatchEvent(new CustomEvent('changed', {detail: kpis}));
  }
}
