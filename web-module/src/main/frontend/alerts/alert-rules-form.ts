import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, put} from '../platform/api.js';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {field} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type AlertRules, RULES} from './alert.js';

const BURSTS = ['refusals', 'mass_export'] as const;

/** What the tenant is warned of. */
@customElement('fh-alert-rules-form')
export class AlertRulesForm extends PlainElement {
  @property({attribute: false}) closed: () => void = () => {};
  @state() private rules: AlertRules | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    const {rules} = this;
    return drawer({
      title: 'Rules for alerts',
      body: this.missing !== null ? problemPanel(this.missing) : rules === null ? skeletonRows(8) : this.form(rules),
      foot:
        rules !== null && session.can('audit:admin')
          ? formButtons('alert-rules', 'Save', this.saving)
          : undefined,
      closed: this.closed,
    });
  }

  private form(rules: AlertRules): TemplateResult {
    const {failure} = this;
    return html`<form id="alert-rules" @submit=${this.save}>
      ${formProblem(failure)}
      ${RULES.map(
        (rule) => html`<label class="check"><input type="checkbox" name=${rule} .checked=${rules[rule].enabled} /><span>${words(rule)}</span></label>`,
      )}
      ${BURSTS.map(
        (rule) =>
          html`${field({
            name: `${rule}.threshold`,
            label: `${words(rule)}: how many`,
            type: 'number',
            minimum: 2,
            maximum: 1000,
            value: rules[rule].threshold,
            required: true,
            failure,
          })}
          ${field({
            name: `${rule}.window_minutes`,
            label: `${words(rule)}: within how many minutes`,
            type: 'number',
            minimum: 1,
            maximum: 1440,
            value: rules[rule].window_minutes,
            required: true,
            failure,
          })}`,
      )}
      ${field({
        name: 'quiet_minutes',
        label: 'Minutes after which more of the same is told again',
        type: 'number',
        minimum: 5,
        maximum: 1440,
        value: rules.quiet_minutes,
        required: true,
        failure,
      })}
      <label class="check"><input type="checkbox" name="mail" .checked=${rules.mail} /><span>Mail to administrators</span></label>
    </form>`;
  }

  private async read(): Promise<void> {
    try {
      this.rules = await get<AlertRules>('/api/security/alert-rules');
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const body: Record<string, unknown> = {quiet_minutes: Number(values.get('quiet_minutes')), mail: values.has('mail')};
    for (const rule of RULES) {
      body[rule] = {enabled: values.has(rule)};
    }
    for (const rule of BURSTS) {
      body[rule] = {
        enabled: values.has(rule),
        threshold: Number(values.get(`${rule}.threshold`)),
        window_minutes: Number(values.get(`${rule}.window_minutes`)),
      };
    }
    this.saving = true;
    try {
      this.rules = await put<AlertRules>('/api/security/alert-rules', body);
      notify('The rules were saved.');
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
