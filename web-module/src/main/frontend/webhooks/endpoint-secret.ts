import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {moment} from '../platform/format.js';
import {field, valuesOf} from '../components/form.js';
import {badge, formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {secretNote} from './secret-note.js';
import type {Endpoint, EndpointWithSecret} from './webhook.js';

const OVERLAPS = [
  {value: '0', label: 'Nothing: the old one ends at once'},
  {value: '3600', label: 'An hour'},
  {value: '86400', label: 'A day'},
  {value: '604800', label: 'Seven days'},
];

/** The secret of an endpoint: how it is changed for another. Tells `rotated`. */
@customElement('fh-webhook-secret')
export class EndpointSecret extends PlainElement {
  @property({attribute: false}) endpoint!: Endpoint;
  @state() private secret: string | null = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  override render(): TemplateResult {
    return html`${this.secret === null ? nothing : secretNote(this.secret)} ${this.rotation()}
      <form id="rotate" @submit=${this.rotate}>
        ${formProblem(this.failure)}
        <p class="muted">
          While the two overlap, each message is signed with both, so that the receiver can change over in peace. A test is signed with the
          new one only: when it is accepted, the old one ends.
        </p>
        ${field({name: 'overlap_seconds', label: 'The old secret lasts', required: true, value: '86400', options: OVERLAPS, failure: this.failure})}
        <p><button class="button primary" ?disabled=${this.busy}>Make a new secret</button></p>
      </form>`;
  }

  private rotation(): TemplateResult | typeof nothing {
    const rotation = this.endpoint.secret_rotation;
    if (rotation === null) {
      return nothing;
    }
    if (rotation.accepted_at === null && rotation.previous_expires_at === null) {
      return nothing;
    }
    return html`<p role="status">
      ${badge(rotation.accepted_at === null ? 'changing over' : 'accepted', rotation.accepted_at === null ? 'info' : 'good')}
      ${rotation.accepted_at === null
        ? `Messages are signed with both secrets until ${moment(rotation.previous_expires_at)}. Send a test to see whether the new one is known.`
        : `The receiver accepted the new secret on ${moment(rotation.accepted_at)}.`}
    </p>`;
  }

  private rotate = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const {overlap_seconds} = valuesOf(event.target as HTMLFormElement);
    this.busy = true;
    try {
      const rotated = await post<EndpointWithSecret>(`/api/webhooks/endpoints/${this.endpoint.id}/secret`, {
        overlap_seconds: Number(overlap_seconds),
      });
      this.secret = rotated.secret;
      this.failure = null;
      this.dispatchEvent(new Event('rotated'));
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  };
}
