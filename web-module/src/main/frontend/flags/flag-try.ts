import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {icon} from '../components/icon.js';
import {badge, formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface Answer {
  readonly variant: string;
  readonly value: unknown;
  readonly reason: string;
  readonly rule: string | null;
  readonly bucket_by: string | null;
  readonly bucket: number | null;
  readonly steps: readonly {readonly passed: boolean; readonly told: string}[];
}

/** Tries a flag out: what it is for a context, and how it came to that. */
@customElement('fh-flag-try')
export class FlagTry extends PlainElement {
  @property({attribute: false}) key = '';
  @state() private context = JSON.stringify({targetingKey: 'ada@example.com', tier: 'professional'}, null, 2);
  @state() private environment = 'production';
  @state() private answer: Answer | null = null;
  @state() private failure: unknown = null;

  override render(): TemplateResult {
    return html`<form id="flag-try" @submit=${this.ask}>
        ${formProblem(this.failure)}
        <div class="field">
          <label for="try-environment">Environment</label>
          <input id="try-environment" type="text" .value=${this.environment} @change=${(event: Event) => (this.environment = (event.target as HTMLInputElement).value)} />
        </div>
        <div class="field">
          <label for="try-context">Context (JSON)</label>
          <textarea
            id="try-context"
            class="json"
            rows="6"
            spellcheck="false"
            .value=${this.context}
            @input=${(event: Event) => (this.context = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </div>
        <button class="button primary">Evaluate</button>
      </form>
      ${this.answer === null ? nothing : this.told(this.answer)}`;
  }

  private told(answer: Answer): TemplateResult {
    return html`<section class="flag-answer" aria-label="Answer" aria-live="polite">
      <p>
        ${badge(answer.variant, 'info')} <code>${JSON.stringify(answer.value)}</code> <span class="muted">${answer.reason}</span>
        ${answer.bucket === null ? nothing : html`<span class="muted">at ${answer.bucket} % by ${answer.bucket_by}</span>`}
      </p>
      <ol>
        ${answer.steps.map(({passed, told}) => html`<li>${icon(passed ? 'check' : 'close')} ${told}</li>`)}
      </ol>
    </section>`;
  }

  private ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      const context: unknown = JSON.parse(this.context);
      this.answer = await post<Answer>(`/api/flags/${this.key}/evaluate`, {environment: this.environment, context});
      this.failure = null;
    } catch (failure) {
      this.answer = null;
      this.failure = failure;
    }
  };
}
