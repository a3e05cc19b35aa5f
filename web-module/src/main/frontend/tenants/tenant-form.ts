import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {choices, type Field, field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Tenant, TIERS} from './tenant.js';

/** Makes a tenant and its owner. */
@customElement('fh-tenant-form')
export class TenantForm extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private saving = false;

  override render(): TemplateResult {
    const one = (more: Field): TemplateResult => field({...more, failure: this.failure});
    return drawer({
      title: 'New tenant',
      body: html`<form id="tenant-form" @submit=${this.save}>
        ${formProblem(this.failure)} ${one({name: 'name', label: 'Name', required: true, maxLength: 200})}
        ${one({name: 'slug', label: 'Short name', required: true, hint: 'In addresses: small letters, digits and hyphens.'})}
        ${one({
          name: 'tier',
          label: 'Tier',
          required: true,
          value: 'starter',
          options: choices(TIERS),
        })}
        ${one({name: 'owner_email', label: 'Owner’s email', type: 'email', required: true})}
        ${one({
          name: 'owner_password',
          label: 'Owner’s first password',
          type: 'password',
          autocomplete: 'new-password',
          hint: 'At least twelve characters. Not needed for somebody who is known already.',
        })}
        ${one({name: 'parent_slug', label: 'Within the tenant', hint: 'The short name of the company that it belongs to.'})}
      </form>`,
      foot: formButtons('tenant-form', 'Make tenant', this.saving),
      closed: this.closed,
    });
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.saving = true;
    try {
      const tenant = await post<Tenant>('/api/tenants', valuesOf(form));
      notify(`${tenant.name} was made.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
