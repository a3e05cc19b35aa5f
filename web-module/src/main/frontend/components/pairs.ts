import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from './icon.js';
import {PlainElement} from './plain-element.js';

/** A name with its value, as it is typed. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** What the pairs of a form are called, and how many and how long they may be. */
export interface PairWords {
  /** All of them, as “Headers”. */
  readonly all: string;
  /** One of them, as “header”. */
  readonly one: string;
  readonly name: string;
  readonly value: string;
  /** In characters. */
  readonly longestName: number;
  readonly longestValue: number;
  readonly most: number;
  readonly hint?: string;
  /** What is said of a name that is there already; without it a name may come again. */
  readonly taken?: string;
}

/** Pairs of a name and a value in a form. Tells `changed` with the new list. */
@customElement('fh-pairs')
export class Pairs extends PlainElement {
  @property({attribute: false}) words!: PairWords;
  @property({attribute: false}) pairs: readonly Pair[] = [];
  /** What was wrong with them when they were sent. */
  @property({attribute: false}) fault: string | undefined = undefined;

  override render(): TemplateResult {
    const {all, one, most, hint} = this.words;
    return html`${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
      <ul class="entries" aria-label=${all} ?hidden=${this.pairs.length === 0}>
        ${this.pairs.map((pair, index) => this.row(pair, index))}
      </ul>
      ${this.fault === undefined ? nothing : html`<p class="fault">${this.fault}</p>`}
      <button class="button small" type="button" ?disabled=${this.pairs.length >= most} @click=${this.add}>${icon('plus')}Add a ${one}</button>`;
  }

  private row(pair: Pair, index: number): TemplateResult {
    const {one, name, value, longestName, longestValue} = this.words;
    const part = (which: keyof Pair, label: string, longest: number): TemplateResult =>
      html`<input
        type="text"
        aria-label=${label}
        placeholder=${label}
        required
        maxlength=${longest}
        autocomplete="off"
        .value=${pair[which]}
        @change=${(event: Event) => this.typed(event.target as HTMLInputElement, index, which)}
      />`;
    return html`<li>
      ${part('name', name, longestName)} ${part('value', value, longestValue)}
      <button class="icon-button" type="button" aria-label="Take this ${one} away" @click=${() => this.without(index)}>${icon('close')}</button>
    </li>`;
  }

  private add = async (): Promise<void> => {
    this.tell([...this.pairs, {name: '', value: ''}]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('li:last-child input')?.focus();
  };

  private typed(input: HTMLInputElement, index: number, which: keyof Pair): void {
    const text = input.value.trim();
    const again = which === 'name' && this.pairs.some((other, at) => at !== index && other.name === text);
    input.setCustomValidity(again ? (this.words.taken ?? '') : '');
    this.tell(this.pairs.map((pair, at) => (at === index ? {...pair, [which]: text} : pair)));
  }

  private without(index: number): void {
    this.tell(this.pairs.filter((_, at) => at !== index));
    this.querySelector<HTMLElement>('button.small')?.focus();
  }

  private tell(pairs: readonly Pair[]): void {
    this.pairs = pairs;
    this.dispatchEvent(new CustomEvent('changed', {detail: pairs}));
  }
}
