import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {icon} from '../components/icon.js';
import {PlainElement} from '../components/plain-element.js';
import {words} from '../platform/format.js';
import {type Condition, type FlagBody, OPERATORS, type Rule, type Serve, valuesOf} from './flag.js';

const SPLIT = '*';

/** The rules of a flag and what is served otherwise. Tells `changed` with the new flag. */
@customElement('fh-flag-rules')
export class FlagRules extends PlainElement {
  @property({attribute: false}) flag!: FlagBody;
  @property({attribute: false}) readonly = false;

  override render(): TemplateResult {
    const rules = this.flag.rules ?? [];
    return html`<fieldset class="flag-rules" ?disabled=${this.readonly}>
      <legend>Rules</legend>
      <p class="hint">The first whose conditions all hold decides.</p>
      <ol aria-label="Rules">
        ${rules.map((rule, index) => this.rule(rule, index))}
      </ol>
      ${this.readonly ? nothing : html`<button class="button small" type="button" @click=${this.add}>${icon('plus')}Rule</button>`}
      <p class="serve">Otherwise ${this.serve('otherwise', this.flag.otherwise, (otherwise) => this.tell({...this.flag, otherwise}))}</p>
    </fieldset>`;
  }

  private rule(rule: Rule, index: number): TemplateResult {
    const conditions = rule.conditions ?? [];
    const change = (part: Partial<Rule>): void => this.change(index, {...rule, ...part});
    const changeCondition = (at: number, condition: Condition): void =>
      change({conditions: conditions.map((one, place) => (place === at ? condition : one))});
    return html`<li class="flag-rule">
      <div class="pair">
        ${this.text(`Name of rule ${index + 1}`, rule.id, (id) => change({id}))}
        <button class="icon-button" type="button" aria-label="Take rule ${rule.id} away" @click=${() => this.without(index)}>${icon('close')}</button>
      </div>
      ${conditions.map((condition, at) =>
        this.condition(`${rule.id}, condition ${at + 1}`, condition, (next) =>
          next === null ? change({conditions: conditions.filter((_, place) => place !== at)}) : changeCondition(at, next),
        ),
      )}
      <button
        class="button quiet small"
        type="button"
        aria-label="Condition for ${rule.id}"
        @click=${() => change({conditions: [...conditions, {attribute: 'tier', operator: 'in', values: []}]})}
      >
        ${icon('plus')}Condition
      </button>
      <p class="serve">Then ${this.serve(rule.id, rule.serve, (serve) => change({serve}))}</p>
    </li>`;
  }

  private condition(of: string, condition: Condition, changed: (condition: Condition | null) => void): TemplateResult {
    const {operator, attribute, values, negate} = condition;
    const typed = (values ?? []).map(String).join(', ');
    return html`<div class="flag-condition">
      ${operator === 'in_segment' ? nothing : this.text(`Attribute of ${of}`, attribute ?? '', (next) => changed({...condition, attribute: next}))}
      <select
        aria-label="Operator of ${of}"
        @change=${(event: Event) => {
          const next = (event.target as HTMLSelectElement).value;
          changed({
            ...condition,
            operator: next,
            attribute: next === 'in_segment' ? null : (attribute ?? 'tier'),
            values: next === 'present' ? [] : valuesOf(next, typed),
          });
        }}
      >
        ${OPERATORS.map((one) => html`<option value=${one} .selected=${live(one === operator)}>${words(one)}</option>`)}
      </select>
      ${operator === 'present'
        ? nothing
        : this.text(`Values of ${of}`, typed, (next) => changed({...condition, values: valuesOf(operator, next)}))}
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(negate === true)}
          @change=${(event: Event) => changed({...condition, negate: (event.target as HTMLInputElement).checked})}
        />
        not
      </label>
      <button class="icon-button" type="button" aria-label="Take ${of} away" @click=${() => changed(null)}>${icon('close')}</button>
    </div>`;
  }

  private serve(of: string, serve: Serve, changed: (serve: Serve) => void): TemplateResult {
    const names = this.flag.variants.map(({name}) => name);
    const split = serve.split ?? null;
    const choose = (event: Event): void => {
      const {value} = event.target as HTMLSelectElement;
      changed(value === SPLIT ? {split: names.map((variant, at) => ({variant, percent: at === 0 ? 10 : at === names.length - 1 ? 90 : 0}))} : {variant: value});
    };
    return html`<select aria-label="Served by ${of}" @change=${choose}>
        ${names.map((name) => html`<option value=${name} .selected=${live(split === null && name === serve.variant)}>${name}</option>`)}
        <option value=${SPLIT} .selected=${live(split !== null)}>shares of…</option>
      </select>
      ${(split ?? []).map(
        (share, at) =>
          html`<label class="share"
            >${share.variant}
            <input
              type="number"
              min="0"
              max="100"
              step="any"
              aria-label="Percent of ${share.variant} in ${of}"
              .value=${live(String(share.percent))}
              @change=${(event: Event) =>
                changed({
                  split: split!.map((one, place) =>
                    place === at ? {...one, percent: Number((event.target as HTMLInputElement).value)} : one,
                  ),
                })}
            />%</label
          >`,
      )}`;
  }

  private text(label: string, value: string, changed: (text: string) => void): TemplateResult {
    return html`<input
      type="text"
      aria-label=${label}
      placeholder=${label.replace(/ of .*/, '')}
      autocomplete="off"
      .value=${live(value)}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).value.trim())}
    />`;
  }

  private add = (): void => {
    const rules = this.flag.rules ?? [];
    const serve = {variant: this.flag.variants[0]?.name ?? ''};
    this.tell({...this.flag, rules: [...rules, {id: `rule-${rules.length + 1}`, conditions: [], serve}]});
  };

  private change(index: number, rule: Rule): void {
    this.tell({...this.flag, rules: (this.flag.rules ?? []).map((one, at) => (at === index ? rule : one))});
  }

  private without(index: number): void {
    this.tell({...this.flag, rules: (this.flag.rules ?? []).filter((_, at) => at !== index)});
  }

  private tell(flag: FlagBody): void {
    this.dispatchEvent(new CustomEvent('changed', {detail: flag}));
  }
}
