import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {router} from '../platform/router.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {FRAMEWORKS} from './report.js';

const DAY_MILLIS = 86_400_000;

/** Asks for a report, and leads to its run. */
@customElement('fh-report-form')
export class ReportForm extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private asking = false;
  private run: string | null = null;

  override render(): TemplateResult {
    const {failure} = this;
    return drawer({
      title: 'New report',
      lead: 'Over a period that has ended: days begin and end in UTC.',
      body: html`<form id="report-form" @submit=${this.ask}>
        ${formProblem(failure)}
        ${field({name: 'framework', label: 'Framework', required: true, options: FRAMEWORKS, value: 'SOC2', failure})}
        ${field({name: 'from', label: 'First day', type: 'date', required: true, value: this.firstOfLastMonth(), failure})}
        ${field({name: 'to', label: 'Last day', type: 'date', required: true, value: this.lastOfLastMonth(), failure})}
      </form>`,
      foot: formButtons('report-form', 'Make report', this.asking),
      closed: () => (this.run === null ? this.closed() : router.go(`jobs/runs/${this.run}`)),
    });
  }

  private firstOfLastMonth(): string {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
  }

  private lastOfLastMonth(): string {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).toISOString().slice(0, 10);
  }

  private ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {framework, from, to} = valuesOf(form);
    this.asking = true;
    try {
      const run = await post<{readonly id: string}>('/api/compliance/reports', {
        framework,
        from: `${from}T00:00:00Z`,
        to: new Date(Date.parse(to ?? '') + DAY_MILLIS).toISOString(),
      });
      this.run = run.id;
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.asking = false;
  };
}
