import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post} from '../platform/api.js';
import {number} from '../platform/format.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {shortDigest} from './plan-view.js';
import type {Deployment, LossPreview} from './release.js';

const WINDOWS: Record<LossPreview['window'], string> = {
  open: 'Nothing was dropped: all that was there before is still there.',
  tombstone: 'What was dropped is still kept, and comes back.',
  past: 'What was dropped is gone for good: only a backup brings it back.',
};

/** Shows what undoing would lose, and undoes it when that is accepted. */
@customElement('fh-rollback-dialog')
export class RollbackDialog extends PlainElement {
  @property({attribute: false}) deployment!: Deployment;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private preview: LossPreview | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private accepted = false;
  @state() private sending = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    const {version, environment} = this.deployment;
    const {preview} = this;
    const atStake = preview !== null && preview.losses.length > 0;
    return question({
      title: `Roll back ${version} in ${environment}?`,
      lead: preview === null ? undefined : WINDOWS[preview.window],
      body: this.missing !== null ? problemPanel(this.missing, () => void this.read()) : preview === null ? skeletonRows(3) : this.form(preview),
      foot: html`<button class="button" type="button" @click=${closeDialog}>Keep it</button>
        <button class="button danger" form="rollback" ?disabled=${this.sending || preview === null || preview.window === 'past' || (atStake && !this.accepted)}>Roll back</button>`,
      closed: this.closed,
    });
  }

  private form(preview: LossPreview): TemplateResult {
    return html`<form id="rollback" @submit=${this.rollBack}>
      ${formProblem(this.failure)}
      ${preview.losses.length === 0
        ? html`<p>Nothing would be lost.</p>`
        : html`<div class="table-scroll" tabindex="0" role="region" aria-label="What would be lost">
              <table>
                <thead>
                  <tr><th scope="col">Where</th><th scope="col" class="numeric">Rows</th><th scope="col">What is lost</th></tr>
                </thead>
                <tbody>
                  ${preview.losses.map(
                    (loss) => html`<tr><td><code>${loss.object}</code></td><td class="numeric">${number(loss.rows)}</td><td>${loss.what}</td></tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <label class="check">
              <input type="checkbox" .checked=${this.accepted} @change=${(event: Event) => (this.accepted = (event.target as HTMLInputElement).checked)} />
              <span>I accept this loss<small>Preview <code title=${preview.digest}>${shortDigest(preview.digest)}</code></small></span>
            </label>`}
      ${preview.window === 'past' ? nothing : field({name: 'reason', label: 'Reason', maxLength: 2000, failure: this.failure})}
    </form>`;
  }

  private async read(): Promise<void> {
    const {release, environment} = this.deployment;
    try {
      this.preview = await get<LossPreview>(`/api/releases/${release}/rollback-preview`, {environment});
      this.missing = null;
      this.accepted = false;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private rollBack = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {release_id, environment} = this.deployment;
    const loss = this.preview!.losses.length === 0 ? {} : {loss_preview: this.preview!.digest};
    const {reason} = valuesOf(form);
    this.sending = true;
    try {
      const begun = await post<Deployment>('/api/releases/rollback', {release_id, environment, ...(reason == null ? {} : {reason}), ...loss});
      notify(`${release_id} is being undone in ${environment}.`);
      this.dispatchEvent(new CustomEvent('done', {detail: begun}));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
      // What would be lost may have grown meanwhile: it is looked at anew.
      await this.read();
    }
    this.sending = false;
  };
}
