import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Domain} from './domain.js';

/** Claims a domain, and leads on to what proves it. */
@customElement('fh-domain-form')
export class DomainForm extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private saving = false;
  private made: string | null = null;

  override render(): TemplateResult {
    const {failure} = this;
    return drawer({
      title: 'Add domain',
      body: html`<form id="domain-form" @submit=${this.save}>
        ${formProblem(failure)}
        ${field({name: 'domain', label: 'Domain', required: true, maxLength: 255, hint: 'As portal.example.com.', failure})}
        ${session.inPlatform ? field({name: 'tenant_slug', label: 'Tenant', required: true, hint: 'The short name of the company.', failure}) : nothing}
      </form>`,
      foot: formButtons('domain-form', 'Add', this.saving),
      closed: () => (this.made === null ? this.closed() : router.go(`domains/${this.made}`)),
    });
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.saving = true;
    try {
      const domain = await post<Domain>('/api/admin/domains', valuesOf(form));
      this.made = domain.id;
      notify(`${domain.domain} was added.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
