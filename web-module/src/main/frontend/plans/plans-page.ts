import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {get, type Page} from '../platform/api.js';
import {money, words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {icon} from '../components/icon.js';
import {badge, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Entitlement, OperatedPlan, StripePrice} from './operated-plan.js';
import './plan-form.js';
import './stripe-price-form.js';

interface Shown {
  readonly plans: readonly OperatedPlan[];
  readonly entitlements: readonly Entitlement[];
  /** Prices of Stripe by plan. */
  readonly prices: ReadonlyMap<string, string>;
}

/** What tenants can buy, for those who operate the platform: made and changed here, and sold at Stripe. */
@customElement('fh-plans')
export class PlansPage extends PlainElement {
  /** What follows in the address: {@code new}, or a plan, and {@code stripe} for its price there. */
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private shown: Shown | null = null;
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return html`${pageHeading({
        title: 'Plans',
        lead: 'What tenants can buy. A change counts at once for all who have the plan; a price counts from their next month on.',
        actions: html`<a class="button primary" href=${address('plans/new')}>${icon('plus')}New plan</a>`,
      })}
      <section class="card list" aria-label="Plans">${this.content()}</section>
      ${this.overlay()}`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return problemPanel(this.failure, () => void this.read());
    }
    if (this.shown === null) {
      return skeletonRows(6);
    }
    const {plans, prices} = this.shown;
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label="All plans">
      <table>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Tier</th>
            <th scope="col" class="numeric">A month</th>
            <th scope="col">Offered</th>
            <th scope="col">At Stripe</th>
          </tr>
        </thead>
        <tbody>
          ${plans.map((plan) => row(plan, prices.get(plan.id)))}
        </tbody>
      </table>
    </div>`;
  }

  private overlay(): TemplateResult | typeof nothing {
    const [id, part] = this.rest;
    if (id === undefined || this.shown === null) {
      return nothing;
    }
    const {plans, entitlements, prices} = this.shown;
    const plan = plans.find((one) => one.id === id);
    const closed = (): void => router.go('plans');
    const saved = (): void => void this.read();
    if (part === 'stripe' && plan !== undefined) {
      return html`<fh-stripe-price .plan=${plan} .price=${prices.get(id) ?? null} .closed=${closed} @saved=${saved}></fh-stripe-price>`;
    }
    return id === 'new' || plan !== undefined
      ? html`<fh-plan-form .plan=${plan ?? null} .meters=${metersOf(plans)} .entitlements=${entitlements} .closed=${closed} @saved=${saved}></fh-plan-form>`
      : nothing;
  }

  private async read(): Promise<void> {
    try {
      const [plans, entitlements, prices] = await Promise.all([
        get<Page<OperatedPlan>>('/api/plans'),
        get<Page<Entitlement>>('/api/entitlements'),
        get<Page<StripePrice>>('/api/billing/stripe/prices'),
      ]);
      this.shown = {
        plans: plans.items,
        entitlements: entitlements.items,
        prices: new Map(prices.items.map(({plan, price}) => [plan, price])),
      };
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function row(plan: OperatedPlan, price: string | undefined): TemplateResult {
  return html`<tr>
    <td><a class="titled" href=${address(`plans/${plan.id}`)}><strong>${plan.name}</strong></a> <span class="muted">${plan.id}</span></td>
    <td>${words(plan.tier)}</td>
    <td class="numeric">${money(plan.price)}</td>
    <td>${offered(plan)}</td>
    <td>${plan.price.amount > 0 ? sold(plan, price) : html`<span class="muted">costs nothing</span>`}</td>
  </tr>`;
}

function offered({offered, tenants}: OperatedPlan): TemplateResult {
  return !offered ? badge('not any more') : tenants.length === 0 ? badge('to all', 'good') : html`${badge('to some', 'info')} ${tenants.join(', ')}`;
}

function sold(plan: OperatedPlan, price: string | undefined): TemplateResult {
  return html`<a href=${address(`plans/${plan.id}/stripe`)} aria-label=${`Price of ${plan.name} at Stripe`}>${price ?? 'Set price'}</a>`;
}

/** All that any plan limits. */
function metersOf(plans: readonly OperatedPlan[]): string[] {
  return [...new Set(plans.flatMap(({limits}) => Object.keys(limits)))].sort();
}
