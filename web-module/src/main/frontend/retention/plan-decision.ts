import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {number} from '../platform/format.js';
import {field, valuesOf} from '../components/form.js';
import {question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Plan} from './retention.js';

/** Takes somebody's yes or no to the removal of a month. */
@customElement('fh-plan-decision')
export class PlanDecision extends PlainElement {
  @property({attribute: false}) plan!: Plan;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;

  override render(): TemplateResult {
    const {month, events, held} = this.plan;
    return question({
      title: `Remove ${month.slice(0, 7)}?`,
      lead: `${number(events - held)} events are archived, and then removed; holds keep ${number(held)}.`,
      body: html`<form id="plan-decision" @submit=${(event: SubmitEvent) => void this.send(event)}>
        ${formProblem(this.failure)} ${field({name: 'comment', label: 'Comment', rows: 3, maxLength: 2000, failure: this.failure})}
      </form>`,
      foot: html`<button class="button" form="plan-decision" value="reject" ?disabled=${this.plan.status === 'rejected'}>Keep</button>
        <button class="button danger" form="plan-decision" value="approve">Approve</button>`,
      closed: this.closed,
    });
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const decision = (event.submitter as HTMLButtonElement).value;
    try {
      await post(`/api/compliance/retention-plans/${this.plan.id}/${decision}`, valuesOf(form));
      notify(decision === 'approve' ? 'The next run removes it.' : 'It is kept.');
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
  }
}
