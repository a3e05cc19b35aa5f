import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {day, money, number} from '../platform/format.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {goToPayment, here} from './payment.js';
import {amountOf, type Billing, type Change, isPaidFirst, type OverLimit, type Plan, titleOf, told} from './plan.js';

const CHANGE = '/api/subscription/change';

/** Shows what another plan costs, changes and would have no room for, and takes it when that is accepted. */
@customElement('fh-plan-change')
export class ChangeDialog extends PlainElement {
  @property({attribute: false}) plan!: Plan;
  @property({attribute: false}) billing!: Billing;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private preview: Change | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private accepted = false;
  @state() private sending = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    const {preview} = this;
    const refused = preview === null || (preview.over_limit.length > 0 && !this.accepted);
    return question({
      title: `Change to ${this.plan.name}?`,
      lead: preview === null ? undefined : this.paysFirst() ? 'It counts as soon as it is paid.' : moment(preview),
      body: this.missing !== null ? problemPanel(this.missing, () => void this.read()) : preview === null ? skeletonRows(3) : this.form(preview),
      foot: html`<button class="button" type="button" @click=${closeDialog}>Keep the plan</button>
        <button class="button primary" form="change-plan" ?disabled=${this.sending || refused}>${this.paysFirst() ? 'Continue to payment' : `Change to ${this.plan.name}`}</button>`,
      closed: this.closed,
    });
  }

  private paysFirst(): boolean {
    return isPaidFirst(this.plan, this.billing);
  }

  private form(preview: Change): TemplateResult {
    return html`<form id="change-plan" @submit=${this.change}>
      ${formProblem(this.failure)}
      <dl class="facts">
        <div><dt>To pay now</dt><dd>${money(preview.due_now)}</dd></div>
        ${preview.lines.map((line) => html`<div><dt>${line.text}</dt><dd>${money(line.amount)}</dd></div>`)}
        ${preview.entitlements.map(
          ({name, from, to}) => html`<div><dt>${titleOf(name)}</dt><dd>${told(from)} → ${told(to)}</dd></div>`,
        )}
      </dl>
      ${preview.over_limit.length === 0 ? nothing : this.excess(preview.over_limit)}
    </form>`;
  }

  private excess(over: readonly OverLimit[]): TemplateResult {
    return html`<h3>More than ${this.plan.name} gives</h3>
      <ul>
        ${over.map(
          (one) => html`<li>
            ${titleOf(one.meter)}: ${amountOf(one, one.used)} of ${amountOf(one, one.limit)}
            ${one.things.length === 0
              ? nothing
              : html`<ul>
                  ${one.things.map((thing) => html`<li>${thing.name}</li>`)}
                </ul>`}
            ${hidden(one)}
          </li>`,
        )}
      </ul>
      <label class="check">
        <input type="checkbox" .checked=${this.accepted} @change=${(event: Event) => (this.accepted = (event.target as HTMLInputElement).checked)} />
        <span>I accept this<small>All of it stays; nothing is added until there is room.</small></span>
      </label>`;
  }

  private async read(): Promise<void> {
    try {
      this.preview = await post<Change>(CHANGE, {plan: this.plan.id, preview: true});
      this.missing = null;
      this.accepted = false;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.sending = true;
    try {
      if (this.paysFirst()) {
        await goToPayment('checkout', {plan: this.plan.id, success_url: here('paid'), cancel_url: here(), accept_over_limit: this.accepted});
        return;
      }
      const done = await post<Change>(CHANGE, {plan: this.plan.id, accept_over_limit: this.accepted});
      notify(
        done.subscription.billing.pending_plan !== null
          ? `${this.plan.name} comes as soon as it is paid.`
          : done.moment === 'at_once'
            ? `You are on ${this.plan.name} now.`
            : `${this.plan.name} comes on ${day(done.at)}.`,
      );
      this.dispatchEvent(new CustomEvent('done'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
      // There may be more meanwhile than it gives: it is looked at anew.
      await this.read();
    }
    this.sending = false;
  };
}

function moment(change: Change): string {
  return change.moment === 'at_once' ? 'It counts at once.' : `It comes on ${day(change.at)}, when the month that is paid is over.`;
}

/** Those that are not named: too many, or not the caller's to see. */
function hidden({used, limit, things}: OverLimit): TemplateResult | typeof nothing {
  const rest = used - limit - things.length;
  return things.length === 0 || rest <= 0 ? nothing : html`<p class="muted">and ${number(rest)} more</p>`;
}
