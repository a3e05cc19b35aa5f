import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post, remove, replace} from '../platform/api.js';
import {type Finding, notJson, refusalsIn} from '../platform/json-findings.js';
import {session} from '../platform/session.js';
import {field} from '../components/form.js';
import {jsonText} from '../components/json-text.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {BEGINNING, type Flag, type FlagBody, flagIn, textOf} from './flag.js';
import './flag-history.js';
import './flag-rules.js';
import './flag-try.js';

const VIEWS = ['Flag', 'Try it out', 'History'] as const;

/** Makes a flag, or shows one: its rules, what it is for somebody, and what was done to it. */
@customElement('fh-flag-drawer')
export class FlagDrawer extends PlainElement {
  /** Which one; empty for a new one. */
  @property({attribute: false}) key = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private flag: Flag | null = null;
  @state() private text = textOf(BEGINNING);
  @state() private view: (typeof VIEWS)[number] = 'Flag';
  @state() private findings: readonly Finding[] = [];
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;
  @state() private asking = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('key') && this.key !== '') {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const ready = this.key === '' || this.flag !== null;
    return drawer({
      title: this.key === '' ? 'New flag' : this.key,
      lead: this.flag?.description ?? undefined,
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.body() : skeletonRows(8),
      foot: session.can('flags:write') && ready && this.view === 'Flag' ? this.buttons() : undefined,
      wide: true,
      closed: this.closed,
    });
  }

  private body(): TemplateResult {
    const content =
      this.view === 'Flag'
        ? this.form()
        : this.view === 'History'
          ? html`<fh-flag-history .key=${this.key} @undone=${this.changedElsewhere}></fh-flag-history>`
          : html`<fh-flag-try .key=${this.key}></fh-flag-try>`;
    return html`${this.key === ''
      ? nothing
      : html`<div class="row-actions" role="group" aria-label="Views">
          ${VIEWS.map(
            (view) =>
              html`<button class="button small" type="button" aria-pressed=${view === this.view ? 'true' : 'false'} @click=${() => (this.view = view)}>
                ${view}
              </button>`,
          )}
        </div>`}
    ${content}`;
  }

  private form(): TemplateResult {
    const shown = flagIn(this.text);
    const readonly = !session.can('flags:write');
    return html`<form id="flag" @submit=${this.save}>
      ${formProblem(this.failure, this.readAgain)}
      ${shown === null
        ? nothing
        : html`<fh-flag-rules
            .flag=${shown}
            .readonly=${readonly}
            @changed=${(event: CustomEvent<FlagBody>) => this.typed(textOf(event.detail))}
          ></fh-flag-rules>`}
      ${jsonText({
        id: 'flag-text',
        label: 'Flag (JSON)',
        text: this.text,
        rows: 16,
        readonly,
        findings: this.findings,
        faultless: 'It is checked when it is saved.',
        typed: this.typed,
      })}
      ${readonly ? nothing : field({name: 'reason', label: 'Reason', maxLength: 500, hint: 'Why it is changed. It stands in the history.'})}
    </form>`;
  }

  private buttons(): TemplateResult {
    if (this.asking) {
      return html`<p class="ask">Who asks for it then gets their own default. Its history can bring it back.</p>
        <button class="button" type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" @click=${this.delete}>Delete ${this.key}</button>`;
    }
    return html`${this.key === ''
        ? nothing
        : html`<button class="button danger-quiet" type="button" @click=${() => (this.asking = true)}>Delete</button>`}
      <button class="button" type="button" @click=${closeDialog}>Cancel</button>
      <button class="button primary" form="flag" ?disabled=${this.saving}>${this.key === '' ? 'Make flag' : 'Save'}</button>`;
  }

  private typed = (text: string): void => {
    this.text = text;
    const broken = notJson(text);
    this.findings = broken === null ? [] : [broken];
  };

  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private changedElsewhere = (): void => {
    this.dispatchEvent(new Event('saved'));
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      this.flag = await get<Flag>(`/api/flags/${this.key}`);
      this.text = textOf(this.flag);
      this.findings = [];
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    this.typed(this.text);
    if (this.findings.length > 0) {
      return;
    }
    this.saving = true;
    await this.attempt(async () => {
      const body: unknown = {...(JSON.parse(this.text) as object), ...(reason === '' ? {} : {reason})};
      const saved = await (this.flag === null
        ? post<Flag>('/api/flags', body)
        : replace<Flag>(`/api/flags/${this.key}`, body, this.flag));
      notify(`${saved.key} was saved.`);
    });
    this.saving = false;
  };

  private delete = async (): Promise<void> => {
    await this.attempt(async () => {
      await remove(`/api/flags/${this.key}`);
      notify(`${this.key} was deleted.`);
    });
    this.asking = false;
  };

  private async attempt(change: () => Promise<void>): Promise<void> {
    try {
      await change();
      this.dispatchEvent(new Event('saved'));
      this.querySelector('dialog')?.close();
    } catch (failure) {
      try {
        this.findings = refusalsIn(this.text, failure);
        this.failure = null;
      } catch {
        this.failure = failure;
      }
    }
  }
}
