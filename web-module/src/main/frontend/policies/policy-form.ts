import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post, remove, replace} from '../platform/api.js';
import type {Finding} from '../platform/json-findings.js';
import {session} from '../platform/session.js';
import {jsonText} from '../components/json-text.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {BEGINNING, findingsIn, type Policy, textOf} from './policy.js';

const PAUSE_MILLIS = 400;

/** Makes a policy, or shows and changes one: as JSON, which is checked while it is written. */
@customElement('fh-policy-form')
export class PolicyForm extends PlainElement {
  /** Which one; empty for a new one. */
  @property({attribute: false}) policyId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private policy: Policy | null = null;
  @state() private text = BEGINNING;
  /** Null while it is being checked. */
  @state() private findings: readonly Finding[] | null = [];
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;
  @state() private asking = false;
  private timer = 0;

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('policyId') && this.policyId !== '') {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const ready = this.policyId === '' || this.policy !== null;
    return drawer({
      title: this.policyId === '' ? 'New policy' : (this.policy?.name ?? 'Policy'),
      lead: 'It is checked while you write. A deny wins over everything, administrators included.',
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(8),
      foot: session.can('policies:write') && ready ? this.buttons() : undefined,
      wide: true,
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    return html`<form id="policy" @submit=${this.save}>
      ${formProblem(this.failure, this.readAgain)}
      ${jsonText({
        id: 'policy-text',
        label: 'Policy (JSON)',
        text: this.text,
        rows: 20,
        readonly: !session.can('policies:write'),
        findings: this.findings,
        faultless: 'Nothing is wrong with it.',
        typed: this.typed,
      })}
    </form>`;
  }

  private buttons(): TemplateResult {
    if (this.asking) {
      return html`<p class="ask">It counts no more at once, and cannot be brought back.</p>
        <button class="button" type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" @click=${this.delete}>Delete ${this.policy!.name}</button>`;
    }
    return html`${this.policyId === ''
        ? nothing
        : html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Delete</button>`}
      <button class="button" type="button" @click=${closeDialog}>Cancel</button>
      <button class="button primary" form="policy" ?disabled=${this.saving}>${this.policyId === '' ? 'Make policy' : 'Save'}</button>`;
  }

  private typed = (text: string): void => {
    this.text = text;
    this.findings = null;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.check(), PAUSE_MILLIS);
  };

  private async check(): Promise<readonly Finding[]> {
    const {text} = this;
    clearTimeout(this.timer);
    let found: readonly Finding[] = [];
    try {
      found = await findingsIn(text);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    if (text === this.text) {
      this.findings = found;
    }
    return found;
  }

  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      this.policy = await get<Policy>(`/api/policies/${this.policyId}`);
      this.text = textOf(this.policy);
      this.findings = [];
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.saving = true;
    const found = await this.check();
    if (this.failure === null && found.every(({level}) => level !== 'error')) {
      await this.attempt(async () => {
        const body: unknown = JSON.parse(this.text);
        const saved = await (this.policy === null
          ? post<Policy>('/api/policies', body)
          : replace<Policy>(`/api/policies/${this.policyId}`, body, this.policy));
        notify(`${saved.name} was saved.`);
      });
    }
    this.saving = false;
  };

  private delete = async (): Promise<void> => {
    await this.attempt(async () => {
      await remove(`/api/policies/${this.policyId}`);
      notify(`${this.policy!.name} was deleted.`);
    });
    this.asking = false;
  };

  private async attempt(change: () => Promise<void>): Promise<void> {
    try {
      await change();
      this.dispatchEvent(new Event('saved'));
      this.querySelector('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
  }
}
