import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, patch, post} from '../platform/api.js';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Role, User} from './users.js';

/** Adds a person, or changes one. */
@customElement('fh-person-form')
export class PersonForm extends PlainElement {
  /** Whom to change; empty for somebody new. */
  @property({attribute: false}) userId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private user: User | null = null;
  @state() private roles: readonly Role[] = [];
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('userId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const adding = this.userId === '';
    const ready = adding || this.user !== null;
    return drawer({
      title: adding ? 'Add a person' : `Edit ${this.user?.name ?? 'person'}`,
      lead: adding ? 'They can sign in as soon as they have a password.' : this.user?.email,
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(5),
      foot: formButtons('person', adding ? 'Add person' : 'Save', this.saving || !ready),
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {user, failure} = this;
    const adding = this.userId === '';
    return html`<form id="person" @submit=${this.save}>
      ${formProblem(failure, this.readAgain)}
      ${field({name: 'name', label: 'Name', value: user?.name, required: true, maxLength: 200, failure})}
      ${field({
        name: 'email',
        label: 'Email',
        type: 'email',
        value: user?.email,
        required: true,
        readonly: !adding,
        hint: adding ? 'It names the person and cannot be changed later.' : 'An address cannot be changed.',
        maxLength: 254,
        failure,
      })}
      ${field({name: 'role', label: 'Role', value: user?.role ?? 'member', required: true, options: this.options(), hint: 'You can hand out only what you may do yourself.', failure})}
      ${field({name: 'department', label: 'Department', value: user?.department, maxLength: 100, failure})}
      ${adding
        ? field({
            name: 'password',
            label: 'First password',
            type: 'password',
            hint: '12 to 128 characters. Leave it empty for somebody who signs in already.',
            autocomplete: 'new-password',
            maxLength: 128,
            failure,
          })
        : ''}
    </form>`;
  }

  private options(): {value: string; label: string}[] {
    const mine = this.roles.filter((role) => role.permissions.every((permission) => session.can(permission)));
    const names = mine.map((role) => role.name).filter((name) => name !== 'super_admin');
    if (this.user !== null && !names.includes(this.user.role)) {
      names.unshift(this.user.role);
    }
    return (names.length === 0 ? ['member', 'viewer'] : names).map((name) => ({value: name, label: words(name)}));
  }

  /** What somebody else has changed is shown; what was typed elsewhere stays. */
  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      if (session.can('roles:read')) {
        this.roles = (await get<Page<Role>>('/api/roles', {limit: 200})).items;
      }
      if (this.userId !== '') {
        this.user = await get<User>(`/api/users/${this.userId}`);
      }
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {email, ...fields} = valuesOf(form);
    this.saving = true;
    try {
      if (this.userId === '') {
        const {password, ...others} = fields;
        await post<User>('/api/users', {email, ...others, ...(password === null ? {} : {password})});
        notify(`${fields['name']} was added.`);
      } else {
        await patch<User>(`/api/users/${this.userId}`, fields, this.user!);
        notify(`${fields['name']} was saved.`);
      }
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
