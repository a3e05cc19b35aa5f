import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {put, remove} from '../platform/api.js';
import {money} from '../platform/format.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {OperatedPlan} from './operated-plan.js';

/** Says at which price of Stripe a plan is sold, which Stripe is asked about first. */
@customElement('fh-stripe-price')
export class StripePriceForm extends PlainElement {
  @property({attribute: false}) plan!: OperatedPlan;
  /** At which it is sold now; null when it is billed by invoices of the installation's own. */
  @property({attribute: false}) price: string | null = null;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private saving = false;

  override render(): TemplateResult {
    const {plan, price, failure} = this;
    return drawer({
      title: `${plan.name} at Stripe`,
      lead: price === null ? 'It is billed by invoices of this installation.' : 'Who takes it pays at Stripe first.',
      body: html`<form id="stripe-price" @submit=${this.save}>
          ${formProblem(failure)}
          ${field({
            name: 'price',
            label: 'Price',
            required: true,
            maxLength: 255,
            value: price,
            hint: `The id of a monthly price of ${money(plan.price)} in Stripe, as price_1PgafmB7WZ01zgkW6dKueIc5.`,
            failure,
          })}
        </form>
        ${price === null
          ? nothing
          : html`<p class="muted">Whoever bought at another price keeps that one, and the plan.</p>
              <button class="button danger" type="button" ?disabled=${this.saving} @click=${this.sellNoMore}>Sell no more at Stripe</button>`}`,
      foot: formButtons('stripe-price', 'Set price', this.saving),
      closed: this.closed,
    });
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.done(form, `${this.plan.name} is sold at Stripe.`, () => put(this.path, valuesOf(form)));
  };

  private sellNoMore = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    await this.done(button, `${this.plan.name} is billed by invoices from here on.`, () => remove(this.path));
  };

  private get path(): string {
    return `/api/billing/stripe/prices/${this.plan.id}`;
  }

  private async done(within: HTMLElement, told: string, change: () => Promise<unknown>): Promise<void> {
    this.saving = true;
    try {
      await change();
      notify(told);
      this.dispatchEvent(new Event('saved'));
      within.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  }
}
