import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ApiProblem, post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {formButtons, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {differencesOf} from '../environments/differences.js';
import type {Difference} from '../environments/environment.js';
import type {Deployment} from './release.js';

/** Asks once more, and begins a promotion; what stands against it is told. */
@customElement('fh-promote-dialog')
export class PromoteDialog extends PlainElement {
  @property({attribute: false}) deployment!: Deployment;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private sending = false;

  override render(): TemplateResult {
    const {release_id, version, environment, steps} = this.deployment;
    return question({
      title: `Promote ${version} to ${environment}?`,
      lead: `${steps.total} ${steps.total === 1 ? 'step' : 'steps'} of ${release_id}, after a verified backup. What fails is undone by itself.`,
      body: html`<form id="promote" @submit=${this.promote}>${formProblem(this.failure)} ${this.drift()} ${this.waiver()}</form>`,
      foot: formButtons('promote', 'Promote', this.sending),
      closed: this.closed,
    });
  }

  private drift(): TemplateResult | typeof nothing {
    const problem = this.failure instanceof ApiProblem ? (this.failure.problem as {readonly differences?: readonly Difference[]}) : {};
    return problem.differences === undefined ? nothing : differencesOf(problem.differences);
  }

  private waiver(): TemplateResult {
    return html`<details class="section">
      <summary>Without a backup that would be too large</summary>
      ${field({
        name: 'waive_backup',
        label: 'Why',
        maxLength: 1000,
        hint: 'Only where the touched tables have more than the installation backs up by itself. It is kept with the deployment.',
        failure: this.failure,
      })}
    </details>`;
  }

  private promote = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {release_id, environment} = this.deployment;
    const {waive_backup} = valuesOf(form);
    const waiver = waive_backup == null ? {} : {waive_backup};
    this.sending = true;
    try {
      const begun = await post<Deployment>('/api/releases/promote', {release_id, to_env: environment, ...waiver});
      notify(`${release_id} is on its way to ${environment}.`);
      this.dispatchEvent(new CustomEvent('done', {detail: begun}));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  };
}
