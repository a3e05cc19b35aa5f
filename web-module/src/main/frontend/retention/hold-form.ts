import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post} from '../platform/api.js';
import {choices, field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Hold, Policy} from './retention.js';

/** Held, but kept until somebody deletes them: no class with a policy. */
const FILES = 'files';

/** Places a hold. */
@customElement('fh-hold-form')
export class HoldForm extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private sending = false;
  @state() private classes: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const {items} = await get<Page<Policy>>('/api/compliance/retention');
      this.classes = [...items.map((policy) => policy.data_class), FILES].sort();
    } catch (failure) {
      this.failure = failure;
    }
  }

  override render(): TemplateResult {
    const {failure} = this;
    const classes = [{value: '', label: 'All data'}, ...choices(this.classes)];
    return drawer({
      title: 'New hold',
      lead: 'What it covers is not deleted until somebody else than you releases it.',
      body: html`<form id="hold-form" @submit=${this.save}>
        ${formProblem(failure)}
        ${field({name: 'name', label: 'Name', required: true, maxLength: 200, failure})}
        ${field({name: 'reason', label: 'Reason', required: true, rows: 3, maxLength: 2000, hint: 'The case or order that asks for it.', failure})}
        ${field({name: 'data_class', label: 'Data', options: classes, failure})}
        ${field({name: 'person_id', label: 'Person', hint: 'The id of the person that it is about. What does not tell of whom it is is held wholly.', failure})}
        ${field({name: 'project_id', label: 'Project', hint: 'The id of the project that it is about; likewise.', failure})}
        ${field({name: 'from', label: 'From', type: 'date', failure})} ${field({name: 'until', label: 'Until', type: 'date', failure})}
      </form>`,
      foot: formButtons('hold-form', 'Place hold', this.sending),
      closed: this.closed,
    });
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = valuesOf(form);
    const midnight = (day: string | null | undefined): string | null => (day ? `${day}T00:00:00Z` : null);
    this.sending = true;
    try {
      const hold = await post<Hold>('/api/compliance/holds', {...values, from: midnight(values['from']), until: midnight(values['until'])});
      notify(`${hold.name} holds.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  };
}
