import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, type Page, post} from '../platform/api.js';
import {day, money, words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {tenantTone} from '../tenants/tenant.js';
import './change-dialog.js';
import {cameBackPaid, goToPayment, here} from './payment.js';
import {amountOf, type Billing, gives, type Invoice, type MeterUse, paymentTone, type Plan, type Subscription, titleOf, useTone} from './plan.js';

/** How often it is looked whether a payment has come, and how often at the most. */
const LOOK_MILLIS = 1500;
const MOST_LOOKS = 40;

interface Shown {
  readonly subscription: Subscription;
  readonly plans: readonly Plan[];
  readonly invoices: readonly Invoice[];
  /** Null for those who may not see it. */
  readonly usage: readonly MeterUse[] | null;
}

/** The plan of the tenant: what it gives and costs, what is used of it, and the way to another. */
@customElement('fh-plan')
export class PlanPage extends PlainElement {
  @state() private shown: Shown | null = null;
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private wished: Plan | null = null;
  @state() private cancelling = false;
  private looks = 0;
  private timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    return html`${pageHeading({title: 'Plan and usage', lead: 'What this tenant has, what it uses of it, and what it pays.'})}
    ${this.content()}${this.dialog()}`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (this.shown === null) {
      return html`<section class="card">${skeletonRows(8)}</section>`;
    }
    const {subscription, usage, plans, invoices} = this.shown;
    return html`${formProblem(this.refused)}
      <div class="halves">
        ${this.current(subscription)} ${usage === null ? nothing : used(usage)}
      </div>
      <h2 class="section-title">Plans</h2>
      <ul class="cards">
        ${plans.map((plan) => this.offer(plan, subscription))}
      </ul>
      ${issued(invoices)}`;
  }

  private current(subscription: Subscription): TemplateResult {
    const {scheduled, period, trial_ends_at, billing} = subscription;
    return html`<section class="card tile" aria-label="Current plan">
      <h2>${subscription.name} ${badge(subscription.status, tenantTone(subscription.status))}</h2>
      <dl class="facts">
        <div><dt>Price</dt><dd>${money(subscription.price)} a month</dd></div>
        ${period === null ? nothing : html`<div><dt>Paid until</dt><dd>${day(period.to)}</dd></div>`}
        ${trial_ends_at === null ? nothing : html`<div><dt>Trial ends</dt><dd>${day(trial_ends_at)}</dd></div>`}
        ${scheduled === null ? nothing : html`<div><dt>Then</dt><dd>${words(scheduled.plan)}, from ${day(scheduled.at)}</dd></div>`}
        ${paid(billing)}
      </dl>
      ${billing.portal && session.can('billing:write')
        ? html`<p><button class="button" type="button" @click=${this.manage}>Manage payment</button></p>`
        : nothing}
      ${session.can('billing:write') ? this.actions(subscription) : nothing}
    </section>`;
  }

  private actions({scheduled, period, name, price}: Subscription): TemplateResult | typeof nothing {
    if (scheduled !== null) {
      return html`<p><button class="button" type="button" @click=${() => this.say('resume', `${name} stays.`)}>Keep ${name}</button></p>`;
    }
    // An operator may have given the plan that costs nothing in a month that is paid.
    return period === null || price.amount === 0
      ? nothing
      : html`<p><button class="button" type="button" @click=${() => (this.cancelling = true)}>Cancel ${name}</button></p>`;
  }

  private offer(plan: Plan, {plan: current, scheduled, status}: Subscription): TemplateResult {
    const choosable = plan.offered && session.can('billing:write') && (plan.id !== current || status === 'trial') && plan.id !== scheduled?.plan;
    return html`<li class="card tile">
      <h3>${plan.name} ${plan.id === current ? badge('current', 'info') : nothing}</h3>
      <p class="big-number">${money(plan.price)}<small>a month</small></p>
      ${plan.description === null ? nothing : html`<p class="muted">${plan.description}</p>`}
      <ul>
        ${gives(plan).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${choosable
        ? html`<p><button class="button" type="button" @click=${() => (this.wished = plan)}>Choose ${plan.name}</button></p>`
        : nothing}
    </li>`;
  }

  private dialog(): TemplateResult | typeof nothing {
    if (this.wished !== null) {
      return html`<fh-plan-change .plan=${this.wished} .billing=${this.shown!.subscription.billing} .closed=${() => (this.wished = null)} @done=${() => void this.read()}></fh-plan-change>`;
    }
    if (!this.cancelling || this.shown === null) {
      return nothing;
    }
    const {name, period} = this.shown.subscription;
    return question({
      title: `Cancel ${name}?`,
      body: html`<p>
        It stays until ${day(period?.to ?? null)}. Then the tenant is on the free plan: all that is there stays, and
        nothing is added until there is room.
      </p>`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Keep it</button>
        <button class="button danger" type="button" @click=${() => this.say('cancel', `${name} ends on ${day(period?.to ?? null)}.`)}>
          Cancel ${name}
        </button>`,
      closed: () => (this.cancelling = false),
    });
  }

  private manage = async (): Promise<void> => {
    try {
      await goToPayment('portal', {return_url: here()});
    } catch (failure) {
      this.refused = failure;
    }
  };

  private async say(what: 'cancel' | 'resume', told: string): Promise<void> {
    this.cancelling = false;
    try {
      await post(`/api/subscription/${what}`);
      this.refused = null;
      notify(told);
    } catch (failure) {
      this.refused = failure;
    }
    await this.read();
  }

  private async read(): Promise<void> {
    try {
      const [subscription, plans, invoices, usage] = await Promise.all([
        get<Subscription>('/api/subscription'),
        get<Page<Plan>>('/api/plans'),
        get<Page<Invoice>>('/api/subscription/invoices', {limit: 12}),
        session.can('usage:read') ? get<{readonly items: readonly MeterUse[]}>('/api/usage') : null,
      ]);
      this.shown = {subscription, plans: plans.items, invoices: invoices.items, usage: usage?.items ?? null};
      this.failure = null;
      this.lookAgain(subscription.billing);
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** What was paid is told to the server a moment after the browser is back. */
  private lookAgain({provider, pending_plan}: Billing): void {
    const waiting = pending_plan !== null || (provider === 'local' && cameBackPaid());
    window.clearTimeout(this.timer);
    if (waiting && this.isConnected && this.looks < MOST_LOOKS) {
      this.looks += 1;
      this.timer = window.setTimeout(() => void this.read(), LOOK_MILLIS);
    }
  }
}

function paid({status, pending_plan, refusal}: Billing): TemplateResult {
  return html`${status === null ? nothing : html`<div><dt>Payment</dt><dd>${badge(words(status), paymentTone(status))}</dd></div>`}
  ${pending_plan === null ? nothing : html`<div><dt>As soon as it is paid</dt><dd>${words(pending_plan)}</dd></div>`}
  ${refusal === null ? nothing : html`<div><dt>The last change</dt><dd>${refusal}</dd></div>`}`;
}

function used(usage: readonly MeterUse[]): TemplateResult {
  return html`<section class="card" aria-label="Usage">
    <h2>Usage</h2>
    <dl class="facts">
      ${usage.map(
        (use) => html`<div>
          <dt>${titleOf(use.meter)} ${use.percent !== null && use.percent >= 80 ? badge(`${use.percent} %`, useTone(use.percent)) : nothing}</dt>
          <dd>
            ${amountOf(use, use.used)}${use.limit === null ? nothing : html` of ${amountOf(use, use.limit)}
            <meter min="0" max="100" optimum="0" high="80" value=${Math.min(100, use.percent ?? 0)} aria-label=${titleOf(use.meter)}>${use.percent} %</meter>`}
          </dd>
        </div>`,
      )}
    </dl>
  </section>`;
}

function issued(invoices: readonly Invoice[]): TemplateResult | typeof nothing {
  return invoices.length === 0
    ? nothing
    : html`<div class="halves"><section class="card" aria-label="Invoices">
        <h2>Invoices</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-label="The last invoices">
          <table>
            <thead>
              <tr><th scope="col" class="numeric">Number</th><th scope="col">Day</th><th scope="col">For</th><th scope="col" class="numeric">Total</th><th scope="col">Payment</th></tr>
            </thead>
            <tbody>
              ${invoices.map(
                (invoice) => html`<tr>
                  <td class="numeric">${invoice.number}</td>
                  <td>${day(invoice.issued_at)}</td>
                  <td>${invoice.lines.map((line) => `${line.text}: ${money(line.amount)}`).join(', ')}</td>
                  <td class="numeric">${money(invoice.total)}</td>
                  <td>${standing(invoice)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section></div>`;
}

/** Those that nobody collects tell nothing. */
function standing({number, status, hosted_url}: Invoice): TemplateResult | typeof nothing {
  if (status === null) {
    return nothing;
  }
  const told = badge(words(status), status === 'paid' ? 'good' : status === 'void' ? 'calm' : 'warn');
  return hosted_url !== null && /^https?:\/\//.test(hosted_url)
    ? html`<a href=${hosted_url} rel="noopener noreferrer" target="_blank" aria-label=${`Invoice ${number}, ${status}`}>${told}</a>`
    : told;
}
