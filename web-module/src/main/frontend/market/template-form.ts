import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {ApiProblem, get, post} from '../platform/api.js';
import {words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {formProblem, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {answerField} from './answer-field.js';
import {askedIn, defaults, isJson, names, type Step, stepOf, type Template, type Use} from './template.js';

/** Asks what a template asks, step by step, and makes a tenant of the answers. */
@customElement('fh-template-form')
export class TemplateForm extends PlainElement {
  @property() template = '';
  @state() private shown: Template | null = null;
  @state() private answers: Record<string, unknown> = {};
  @state() private texts: Readonly<Record<string, string>> = {};
  @state() private step = 0;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private sending = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('template')) {
      void this.read();
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('step') && changed.get('step') !== undefined) {
      this.querySelector<HTMLElement>('#step-title')?.focus();
    }
  }

  override render(): TemplateResult {
    return html`${pageHeading({
      title: this.shown?.title ?? 'Template',
      lead: this.shown?.description,
      back: {href: address('market'), label: 'Marketplace'},
    })}
    <section class="card">${this.content()}</section>`;
  }

  private content(): TemplateResult {
    if (this.missing !== null) {
      return problemPanel(this.missing, () => void this.read());
    }
    const step = this.shown?.parameters[this.step];
    if (this.shown === null || step === undefined) {
      return skeletonRows(6);
    }
    const last = this.step === this.shown.parameters.length - 1;
    return html`<form novalidate @submit=${this.go}>
      <ol class="guide" aria-label="Steps">
        ${this.shown.parameters.map(
          ({title}, index) => html`<li aria-current=${index === this.step ? 'step' : nothing}>${title}</li>`,
        )}
      </ol>
      <h2 id="step-title" tabindex="-1">${step.title}</h2>
      ${step.description === undefined ? nothing : html`<p class="muted">${step.description}</p>`}
      ${formProblem(this.failure)} ${this.otherFaults()}
      ${askedIn(step, this.answers).map((asked) =>
        answerField({
          asked,
          value: this.answers[asked.name],
          text: this.texts[asked.name],
          failure: this.failure,
          given: (value, text) => this.given(asked.name, value, text),
        }),
      )}
      <div class="actions">
        ${this.step === 0 ? nothing : html`<button class="button" type="button" @click=${() => (this.step -= 1)}>Back</button>`}
        <button class="button primary" ?disabled=${this.sending}>${last ? 'Make the tenant' : 'Next'}</button>
      </div>
    </form>`;
  }

  /** Faults at no question are told above all of them. */
  private otherFaults(): TemplateResult | typeof nothing {
    const faults = this.failure instanceof ApiProblem ? (this.failure.problem.errors ?? []) : [];
    const asked = names(this.shown?.parameters ?? [], this.answers);
    const others = faults.filter(({pointer}) => !asked.has(pointer.split('/')[1] ?? ''));
    return others.length === 0
      ? nothing
      : html`<ul>
          ${others.map(({pointer, detail}) => html`<li>${words(pointer.replaceAll('/', ' ').trim())} ${detail}</li>`)}
        </ul>`;
  }

  private given(name: string, value: unknown, text: string): void {
    const steps = this.shown?.parameters ?? [];
    const before = names(steps, this.answers);
    const answers = {...this.answers};
    if (value === undefined) {
      delete answers[name];
    } else {
      answers[name] = value;
    }
    this.answers = defaults(steps, answers, before);
    this.texts = {...this.texts, ...this.jsonTexts(steps, before), [name]: text};
  }

  /** Of the questions that were not asked before. */
  private jsonTexts(steps: readonly Step[], before: ReadonlySet<string>): Record<string, string> {
    return Object.fromEntries(
      steps
        .flatMap((step) => askedIn(step, this.answers))
        .filter(({name, question}) => isJson(question) && !before.has(name) && this.answers[name] !== undefined)
        .map(({name}) => [name, JSON.stringify(this.answers[name], null, 1)]),
    );
  }

  private go = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (!form.reportValidity() || this.shown === null) {
      return;
    }
    if (this.step < this.shown.parameters.length - 1) {
      this.step += 1;
      return;
    }
    this.sending = true;
    try {
      const use = await post<Use>(`/api/market/templates/${this.shown.id}/use?version=${this.shown.version}`, this.answers);
      router.go(`market/uses/${use.id}`);
    } catch (failure) {
      this.failure = failure;
      const pointers = failure instanceof ApiProblem ? (failure.problem.errors ?? []).map(({pointer}) => pointer) : [];
      if (pointers.length > 0) {
        this.step = stepOf(this.shown.parameters, this.answers, pointers);
      }
    }
    this.sending = false;
  };

  private async read(): Promise<void> {
    try {
      const template = await get<Template>(`/api/market/templates/${this.template}`);
      this.answers = defaults(template.parameters);
      this.texts = this.jsonTexts(template.parameters, new Set());
      this.step = 0;
      this.shown = template;
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }
}
