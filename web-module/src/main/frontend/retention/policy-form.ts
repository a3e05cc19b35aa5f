import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post, put} from '../platform/api.js';
import {moment, number, words} from '../platform/format.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Policy, Preview} from './retention.js';

/** Changes for how long a class of data is kept, after telling what that would remove. */
@customElement('fh-retention-form')
export class RetentionForm extends PlainElement {
  @property({attribute: false}) policy!: Policy;
  @property({attribute: false}) changing = false;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private preview: Preview | null = null;
  @state() private failure: unknown = null;
  @state() private sending = false;

  override render(): TemplateResult {
    const {policy, failure} = this;
    const approvals = [
      {value: 'false', label: 'By itself'},
      {value: 'true', label: 'When a second person approved it'},
    ];
    return drawer({
      title: words(policy.data_class),
      lead: policy.description,
      body: html`<form id="retention-form" @submit=${this.save}>
        ${formProblem(failure)}
        ${field({
          name: 'days',
          label: 'Days',
          type: 'number',
          required: true,
          value: policy.days,
          minimum: policy.least_days,
          maximum: policy.most_days,
          readonly: !this.changing,
          hint: `From ${number(policy.least_days)} to ${number(policy.most_days)}; usually ${number(policy.default_days)}.`,
          failure,
        })}
        ${policy.archived && this.changing
          ? field({name: 'requires_approval', label: 'Removed', required: true, value: String(policy.requires_approval), options: approvals, failure})
          : nothing}
        ${(this.preview?.warnings ?? policy.warnings).map((warning) => html`<p class="hint">${warning}</p>`)}
        <div role="status">${this.told()}</div>
      </form>`,
      foot: html`<button class="button" type="button" @click=${this.look}>Preview</button>
        ${this.changing
          ? html`<button class="button primary" form="retention-form" ?disabled=${this.sending}>Save</button>`
          : html`<button class="button" type="button" @click=${closeDialog}>Close</button>`}`,
      closed: this.closed,
    });
  }

  private told(): unknown {
    const {preview} = this;
    return preview === null
      ? nothing
      : html`<p>
          With ${number(preview.days)} days, ${number(preview.expired)} from before ${moment(preview.before)} have expired, and holds keep
          ${number(preview.held)} of them. Today ${number(preview.expired_now)} have.
        </p>`;
  }

  private days(): number {
    return Number(this.querySelector<HTMLInputElement>('[name=days]')?.value);
  }

  private look = async (): Promise<void> => {
    try {
      this.preview = await post<Preview>(`/api/compliance/retention/${this.policy.data_class}/preview`, {days: this.days()});
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  };

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.sending = true;
    try {
      await put(`/api/compliance/retention/${this.policy.data_class}`, {
        days: this.days(),
        requires_approval: valuesOf(form)['requires_approval'] === 'true',
      });
      notify(`${words(this.policy.data_class)} are kept for ${number(this.days())} days.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  };
}
