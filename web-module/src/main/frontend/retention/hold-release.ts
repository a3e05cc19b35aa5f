import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Hold} from './retention.js';

/** Releases a hold, with a reason. */
@customElement('fh-hold-release')
export class HoldReleaseDialog extends PlainElement {
  @property({attribute: false}) hold!: Hold;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private failure: unknown = null;
  @state() private sending = false;

  override render(): TemplateResult {
    return question({
      title: `Release ${this.hold.name}?`,
      lead: 'What only this hold kept is deleted when its time is over.',
      body: html`<form id="hold-release" @submit=${this.send}>
        ${formProblem(this.failure)}
        ${field({name: 'reason', label: 'Reason', required: true, rows: 3, maxLength: 2000, failure: this.failure})}
      </form>`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button danger" form="hold-release" ?disabled=${this.sending}>Release</button>`,
      closed: this.closed,
    });
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.sending = true;
    try {
      await post(`/api/compliance/holds/${this.hold.id}/release`, valuesOf(form));
      notify(`${this.hold.name} was released.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  };
}
