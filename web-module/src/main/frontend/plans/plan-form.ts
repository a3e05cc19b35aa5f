import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post, replace} from '../platform/api.js';
import {choices, type Field, field} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Entitlement, entitlementField, limitField, type OperatedPlan, planOf} from './operated-plan.js';
import {titleOf} from './plan.js';

const PLANS = '/api/plans';

/** Makes a plan, or changes what one gives and costs. */
@customElement('fh-plan-form')
export class PlanForm extends PlainElement {
  /** Null for a new one. */
  @property({attribute: false}) plan: OperatedPlan | null = null;
  @property({attribute: false}) meters: readonly string[] = [];
  @property({attribute: false}) entitlements: readonly Entitlement[] = [];
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private saving = false;

  override render(): TemplateResult {
    const {plan} = this;
    const one = (more: Field): TemplateResult => field({...more, failure: this.failure});
    return drawer({
      title: plan === null ? 'New plan' : plan.name,
      body: html`<form id="plan-form" @submit=${this.save}>
        ${formProblem(this.failure)}
        ${plan === null
          ? one({name: 'id', label: 'Id', required: true, maxLength: 63, hint: 'For good: small letters, digits and hyphens.'})
          : html``}
        ${one({name: 'name', label: 'Name', required: true, maxLength: 200, value: plan?.name ?? null})}
        ${one({name: 'description', label: 'Description', rows: 2, maxLength: 10_000, value: plan?.description ?? null})}
        ${one({name: 'amount', label: 'Price a month', type: 'number', required: true, minimum: 0, value: plan?.price.amount ?? null})}
        ${one({name: 'currency', label: 'Currency', required: true, maxLength: 3, value: plan?.price.currency ?? 'USD', hint: 'Three letters of ISO 4217.'})}
        <fieldset>
          <legend>At most</legend>
          <p class="hint">Nothing: without a limit.</p>
          ${this.meters.map((meter) =>
            field({name: limitField(meter), label: titleOf(meter), type: 'number', minimum: 1, value: plan?.limits[meter] ?? null}),
          )}
        </fieldset>
        <fieldset>
          <legend>What comes with it</legend>
          ${this.entitlements.map((entitlement) => this.given(entitlement))}
        </fieldset>
        <label class="check">
          <input type="checkbox" name="offered" .checked=${plan?.offered ?? true} />
          <span>Offered<small>Else who has it keeps it, and nobody else gets it.</small></span>
        </label>
        ${one({name: 'tenants', label: 'Only to these tenants', value: plan?.tenants.join(', ') ?? null, hint: 'Their short names, with commas between. None: to all.'})}
      </form>`,
      foot: formButtons('plan-form', plan === null ? 'Make plan' : 'Save plan', this.saving),
      closed: this.closed,
    });
  }

  private given({name, type, choices: all, description}: Entitlement): TemplateResult {
    const value = this.plan?.entitlements[name];
    const common = {name: entitlementField(name), label: titleOf(name), hint: description};
    switch (type) {
      case 'boolean':
        return html`<label class="check">
          <input type="checkbox" name=${common.name} .checked=${value === true} />
          <span>${common.label}<small>${description}</small></span>
        </label>`;
      case 'choice':
        return field({...common, required: true, value: value === undefined ? (all[0] ?? null) : String(value), options: choices(all)});
      case 'integer':
        return field({...common, type: 'number', minimum: 0, value: typeof value === 'number' ? value : null});
      case 'string':
        return field({...common, value: typeof value === 'string' ? value : null});
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = planOf(form, this.meters, this.entitlements);
    this.saving = true;
    try {
      if (this.plan === null) {
        await post(PLANS, {id: new FormData(form).get('id'), ...body});
        notify(`${String(body['name'])} was made.`);
      } else {
        await replace(`${PLANS}/${this.plan.id}`, body, this.plan);
        notify(`${String(body['name'])} was changed.`);
      }
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
