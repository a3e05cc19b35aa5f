import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {router} from '../platform/router.js';
import {formButtons, question} from '../components/modal.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Job, Run} from './job.js';
import {parameterFields, parametersOf} from './parameter-fields.js';

/** Asks for the parameters of a job, and starts it. */
@customElement('fh-start-dialog')
export class StartDialog extends PlainElement {
  @property({attribute: false}) job!: Job;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private starting = false;

  override render(): TemplateResult {
    const {job} = this;
    return question({
      title: `Start ${job.title}`,
      lead: job.description,
      body: html`<form id="start" @submit=${this.start}>
        ${formProblem(this.failure)}
        ${job.parameters.length === 0 ? html`<p class="muted">It takes no parameters.</p>` : nothing}
        ${parameterFields(job.parameters, {}, this.failure)}
      </form>`,
      foot: formButtons('start', 'Start', this.starting),
      closed: () => this.starting || this.closed(),
    });
  }

  private start = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.starting = true;
    try {
      const parameters = parametersOf(event.target as HTMLFormElement, this.job.parameters);
      const run = await post<Run>(`/api/jobs/${this.job.name}/runs`, {parameters});
      router.go(`jobs/runs/${run.id}`);
    } catch (failure) {
      this.failure = failure;
      this.starting = false;
    }
  };
}
