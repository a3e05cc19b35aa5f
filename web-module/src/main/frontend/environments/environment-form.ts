import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {patch, post} from '../platform/api.js';
import {type Field, field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Environment, Freeze} from './environment.js';
import './freeze-list.js';

/** Makes an environment, or changes what it asks of releases. */
@customElement('fh-environment-form')
export class EnvironmentForm extends PlainElement {
  /** Null for a new one. */
  @property({attribute: false}) environment: Environment | null = null;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private freeze: readonly Freeze[] = [];
  @state() private outside = false;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('environment') && this.environment !== null) {
      this.freeze = this.environment.policy.freeze;
      this.outside = this.environment.target.kind === 'outside';
    }
  }

  override render(): TemplateResult {
    return drawer({
      title: this.environment === null ? 'New environment' : `Edit ${this.environment.name}`,
      body: this.form(),
      foot: formButtons('environment', this.environment === null ? 'Make environment' : 'Save', this.saving),
      wide: true,
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {environment, failure} = this;
    const one = (more: Field): TemplateResult => field({...more, failure});
    return html`<form id="environment" @submit=${this.save} @change=${this.chosen}>
      ${formProblem(failure, this.readAgain)}
      ${environment === null
        ? one({name: 'name', label: 'Name', required: true, maxLength: 63, hint: 'Small letters, digits and hyphens.'})
        : nothing}
      <div class="pair">
        ${one({name: 'position', label: 'Place in the order', type: 'number', minimum: 1, maximum: 1000, value: environment?.position})}
        ${one({name: 'url', label: 'Address for people', value: environment?.url, maxLength: 2000})}
      </div>
      ${one({
        name: 'health_url',
        label: 'Health address',
        value: environment?.health_url,
        maxLength: 2000,
        hint: 'Asked after a promotion; when it is not well, the release is undone by itself.',
      })}
      ${this.policy(one)} ${this.target(one)}
    </form>`;
  }

  private policy(one: (field: Field) => TemplateResult): TemplateResult {
    const policy = this.environment?.policy;
    return html`<h3>What it asks for</h3>
      <div class="pair">
        ${one({name: 'approvals', label: 'Approvals', type: 'number', minimum: 0, maximum: 20, required: true, value: policy?.approvals ?? 0})}
        ${one({
          name: 'soak_minutes',
          label: 'Soak, in minutes',
          type: 'number',
          minimum: 0,
          maximum: 43_200,
          required: true,
          value: policy?.soak_minutes ?? 0,
          hint: 'How long a release is live here before it may go on.',
        })}
      </div>
      <label class="check">
        <input type="checkbox" name="allow_self_approval" .checked=${policy?.allow_self_approval ?? false} />
        <span>Own releases may be approved<small>Who prepared a release, or asks for it, counts as an approver.</small></span>
      </label>
      ${one({
        name: 'tombstone_days',
        label: 'Days that what was dropped is kept',
        type: 'number',
        minimum: 1,
        maximum: 3650,
        required: true,
        value: policy?.tombstone_days ?? 30,
      })}
      <h3>Nothing is promoted</h3>
      <fh-freezes .freezes=${this.freeze} @changed=${(event: CustomEvent<readonly Freeze[]>) => (this.freeze = event.detail)}></fh-freezes>`;
  }

  private target(one: (field: Field) => TemplateResult): TemplateResult {
    const target = this.environment?.target;
    return html`<h3>Database</h3>
      ${one({
        name: 'kind',
        label: 'Where its tables are',
        required: true,
        value: this.outside ? 'outside' : 'managed',
        options: [
          {value: 'managed', label: 'Here: a schema under a role of its own'},
          {value: 'outside', label: 'In a database that somebody else runs'},
        ],
      })}
      ${this.outside
        ? html`${one({name: 'jdbc_url', label: 'JDBC URL', required: true, value: target?.jdbc_url, hint: 'jdbc:postgresql://host:5432/database'})}
            <div class="pair">
              ${one({name: 'user', label: 'User', required: true, maxLength: 63, value: target?.user})}
              ${one({
                name: 'password',
                label: 'Password',
                type: 'password',
                autocomplete: 'new-password',
                required: target?.jdbc_url == null,
                hint: target?.jdbc_url == null ? '' : 'Empty: it stays as it is.',
              })}
            </div>
            ${one({name: 'schema', label: 'Schema', value: target?.schema, hint: 'public when empty'})}`
        : nothing}`;
  }

  private chosen = (event: Event): void => {
    const control = event.target as HTMLSelectElement;
    if (control.name === 'kind') {
      this.outside = control.value === 'outside';
    }
  };

  /** What somebody else has changed is read by the page, and shown here. */
  private readAgain = (): void => {
    this.failure = null;
    this.dispatchEvent(new Event('saved'));
  };

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.saving = true;
    try {
      const body = bodyOf(form, this.freeze);
      const saved = await (this.environment === null
        ? post<Environment>('/api/environments', body)
        : patch<Environment>(`/api/environments/${this.environment.id}`, body, this.environment));
      notify(`${saved.name} was saved.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}

/** What is sent: empty fields of the target are left out, so that a password stays. */
function bodyOf(form: HTMLFormElement, freeze: readonly Freeze[]): object {
  const values = valuesOf(form);
  const count = (name: string): number | null => (values[name] == null ? null : Number(values[name]));
  const target = ['kind', 'jdbc_url', 'user', 'password', 'schema']
    .filter((name) => values[name] != null)
    .map((name) => [name, values[name]]);
  return {
    ...(values['name'] == null ? {} : {name: values['name']}),
    ...(values['position'] == null ? {} : {position: count('position')}),
    url: values['url'] ?? null,
    health_url: values['health_url'] ?? null,
    policy: {
      approvals: count('approvals'),
      allow_self_approval: values['allow_self_approval'] != null,
      soak_minutes: count('soak_minutes'),
      tombstone_days: count('tombstone_days'),
      freeze,
    },
    target: Object.fromEntries(target),
  };
}
