import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ApiProblem, post} from '../platform/api.js';
import {session} from '../platform/session.js';
import {type Field, field, type Option, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-choice.js';
import {type Assignment, instantOf} from './assignment.js';
import {type Choices, NO_CHOICES} from './choices.js';

const PLATFORM_ONLY = 'super_admin';

/** Gives a role to a person, a team or an API key. */
@customElement('fh-assignment-form')
export class AssignmentForm extends PlainElement {
  @property({attribute: false}) choices: Choices = NO_CHOICES;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private kind = 'user_id';
  @state() private userId: string | null = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  override render(): TemplateResult {
    return drawer({
      title: 'Give a role',
      lead: 'It counts beside what they have already. You can give only what you may do yourself.',
      body: this.form(),
      foot: formButtons('assignment', 'Give role', this.saving),
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {choices} = this;
    const kinds = this.kinds();
    const kind = kinds.some(({value}) => value === this.kind) ? this.kind : (kinds[0]?.value ?? '');
    const one = (more: Field): TemplateResult => field({...more, failure: this.failure});
    return html`<form id="assignment" @submit=${this.save} @change=${this.chosen}>
      ${formProblem(this.failure)}
      ${one({
        name: 'role',
        label: 'Role',
        required: true,
        options: [{value: '', label: 'Choose a role…'}, ...choices.roles.filter(({value}) => value !== PLATFORM_ONLY)],
      })}
      ${one({
        name: 'kind',
        label: 'To',
        required: true,
        value: kind,
        options: kinds,
      })}
      ${this.whom(kind, one)}
      ${choices.places.length === 0
        ? nothing
        : one({name: 'workspace_id', label: 'Where', options: [{value: '', label: 'The whole tenant'}, ...choices.places]})}
      ${one({name: 'not_before', label: 'From', type: 'datetime-local', hint: 'Empty: at once.'})}
      ${one({name: 'expires_at', label: 'Until', type: 'datetime-local', hint: 'Empty: without an end.'})}
    </form>`;
  }

  /** To whom a role can be given, as far as the person may know them. */
  private kinds(): Option[] {
    return [
      ...(session.can('users:read') ? [{value: 'user_id', label: 'A person'}] : []),
      ...(this.choices.teams.length === 0 ? [] : [{value: 'team_id', label: 'A team, and all who are in it'}]),
      ...(this.choices.keys.length === 0 ? [] : [{value: 'api_key_id', label: 'An API key'}]),
    ];
  }

  private whom(kind: string, one: (more: Field) => TemplateResult): TemplateResult {
    if (kind === 'team_id') {
      return one({name: 'team_id', label: 'Team', required: true, options: this.choices.teams});
    }
    if (kind === 'api_key_id') {
      const hint = 'It never may do more than its maker.';
      return one({name: 'api_key_id', label: 'API key', required: true, options: this.choices.keys, hint});
    }
    if (kind === '') {
      return html`<p class="muted">You may list neither people nor teams nor API keys, so there is nobody to choose.</p>`;
    }
    const fault = this.failure instanceof ApiProblem ? this.failure.faultAt('user_id') : undefined;
    return html`<fh-person-choice
        .label=${'Person'}
        .userId=${this.userId}
        @chosen=${(event: CustomEvent<string | null>) => (this.userId = event.detail)}
      ></fh-person-choice>
      ${fault ? html`<p class="fault">${fault}</p>` : nothing}`;
  }

  private chosen = (event: Event): void => {
    const control = event.target as HTMLSelectElement;
    if (control.name === 'kind') {
      this.kind = control.value;
    }
  };

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {kind, not_before, expires_at, ...others} = valuesOf(form);
    const times = {not_before: instantOf(not_before ?? null), expires_at: instantOf(expires_at ?? null)};
    this.saving = true;
    try {
      const whom = kind === 'user_id' ? {user_id: this.userId} : {};
      const given = await post<Assignment>('/api/role-assignments', {...others, ...whom, ...times});
      notify(`${given.role} was given.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
