import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Deployment} from './release.js';

/** Takes somebody's yes or no to a release, for one environment. */
@customElement('fh-decision-dialog')
export class DecisionDialog extends PlainElement {
  @property({attribute: false}) deployment!: Deployment;
  @property({attribute: false}) decision: 'approve' | 'reject' = 'approve';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private sending = false;

  override render(): TemplateResult {
    const {version, environment, manifest_digest} = this.deployment;
    const approving = this.decision === 'approve';
    return question({
      title: `${approving ? 'Approve' : 'Reject'} ${version} for ${environment}?`,
      lead: 'It is about this very plan: another plan, or another environment, has to be decided anew.',
      body: html`<form id="decision" @submit=${this.send}>
        ${formProblem(this.failure)}
        <p class="fine">Manifest <code>${manifest_digest}</code></p>
        ${field({name: 'comment', label: 'Comment', rows: 3, maxLength: 2000, hint: 'It is kept with the decision, and signed.', failure: this.failure})}
      </form>`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button ${approving ? 'primary' : 'danger'}" form="decision" ?disabled=${this.sending}>
          ${approving ? 'Approve' : 'Reject'}
        </button>`,
      closed: this.closed,
    });
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {release, release_id, environment} = this.deployment;
    this.sending = true;
    try {
      await post(`/api/releases/${release}/${this.decision}`, {environment, ...valuesOf(form)});
      notify(`${release_id} was ${this.decision === 'approve' ? 'approved' : 'rejected'} for ${environment}.`);
      this.dispatchEvent(new CustomEvent('done', {detail: null}));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  };
}
