import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import {words} from '../platform/format.js';
import {DAYS, type Freeze, type WeeklyFreeze} from './environment.js';
import {localOf, momentOf, ONCE, weekend} from './freezes.js';

const MOST = 100;

/** The times in which nothing is promoted, in the form of an environment. Tells `changed` with the new list. */
@customElement('fh-freezes')
export class FreezeList extends PlainElement {
  @property({attribute: false}) freezes: readonly Freeze[] = [];

  override render(): TemplateResult {
    const full = this.freezes.length >= MOST;
    return html`<ul class="freezes" aria-label="Freezes" ?hidden=${this.freezes.length === 0}>
        ${this.freezes.map((freeze, index) => this.row(freeze, index))}
      </ul>
      <p class="badges">
        <button class="button small" type="button" ?disabled=${full} @click=${() => this.add(weekend(zone()))}>${icon('plus')}Each week</button>
        <button class="button small" type="button" ?disabled=${full} @click=${() => this.add(ONCE)}>${icon('plus')}Once</button>
      </p>`;
  }

  private row(freeze: Freeze, index: number): TemplateResult {
    return html`<li>
      ${freeze.weekly === null ? this.once(freeze, index) : this.weekly(freeze.weekly, index)}
      ${this.text('Reason', freeze.reason, 500, (reason) => this.change(index, {...freeze, reason}))}
      <button class="icon-button" type="button" aria-label="Take this freeze away" @click=${() => this.without(index)}>${icon('close')}</button>
    </li>`;
  }

  private once(freeze: Freeze, index: number): TemplateResult {
    const moment = (label: string, value: string | null, changed: (iso: string | null) => Freeze): TemplateResult =>
      html`<input
        type="datetime-local"
        aria-label=${label}
        required
        .value=${localOf(value)}
        @change=${(event: Event) => this.change(index, changed(momentOf((event.target as HTMLInputElement).value)))}
      />`;
    return html`${moment('From', freeze.from, (from) => ({...freeze, from}))} ${moment('Until', freeze.until, (until) => ({...freeze, until}))}`;
  }

  private weekly(weekly: WeeklyFreeze, index: number): TemplateResult {
    const changed = (part: Partial<WeeklyFreeze>): void =>
      this.change(index, {...this.freezes[index]!, weekly: {...weekly, ...part}});
    return html`<span class="moment">
        ${this.day('From day', weekly.from_day, (from_day) => changed({from_day}))}
        ${this.time('From time', weekly.from_time, (from_time) => changed({from_time}))}
      </span>
      <span class="moment">
        ${this.day('Until day', weekly.until_day, (until_day) => changed({until_day}))}
        ${this.time('Until time', weekly.until_time, (until_time) => changed({until_time}))}
      </span>
      ${this.text('Time zone', weekly.zone, 64, (zone) => changed({zone}))}`;
  }

  private day(label: string, value: string, changed: (day: string) => void): TemplateResult {
    return html`<select aria-label=${label} @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}>
      ${DAYS.map((day) => html`<option value=${day} .selected=${day === value}>${words(day)}</option>`)}
    </select>`;
  }

  private time(label: string, value: string, changed: (time: string) => void): TemplateResult {
    return html`<input
      type="time"
      aria-label=${label}
      required
      .value=${value}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).value)}
    />`;
  }

  private text(label: string, value: string, longest: number, changed: (text: string) => void): TemplateResult {
    return html`<input
      type="text"
      aria-label=${label}
      placeholder=${label}
      required
      maxlength=${longest}
      autocomplete="off"
      .value=${value}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).value.trim())}
    />`;
  }

  private async add(freeze: Freeze): Promise<void> {
    this.tell([...this.freezes, freeze]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('li:last-child :is(input, select)')?.focus();
  }

  private change(index: number, freeze: Freeze): void {
    this.tell(this.freezes.map((one, at) => (at === index ? freeze : one)));
  }

  private without(index: number): void {
    this.tell(this.freezes.filter((_, at) => at !== index));
    this.querySelector<HTMLElement>('button.small')?.focus();
  }

  private tell(freezes: readonly Freeze[]): void {
    this.freezes = freezes;
    this.dispatchEvent(new CustomEvent('changed', {detail: freezes}));
  }
}

/** The time zone of the browser. */
function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
