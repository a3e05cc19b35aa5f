import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ApiProblem, get, patch, post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Workspace, workspaces} from '../workspaces/workspace.js';
import './parent-choice.js';
import {entriesOf, type RoleDetails, rolePath} from './role.js';

/** Makes a role of the tenant's own, or changes one. */
@customElement('fh-role-form')
export class RoleForm extends PlainElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) role = '';
  /** The roles that there are. */
  @property({attribute: false}) names: readonly string[] = [];
  @property({attribute: false}) closed: () => void = () => {};
  @state() private details: RoleDetails | null = null;
  @state() private parents: readonly string[] = [];
  @state() private places: readonly Workspace[] = [];
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('role') && this.role !== '') {
      void this.read();
    }
  }

  protected override firstUpdated(): void {
    if (this.role === '') {
      void workspaces().then((all) => (this.places = all));
    }
  }

  override render(): TemplateResult {
    const ready = this.role === '' || this.details !== null;
    return drawer({
      title: this.role === '' ? 'New role' : `Edit ${this.role}`,
      lead: 'You can write into a role only what you may do yourself.',
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(5),
      foot: formButtons('role', this.role === '' ? 'Make role' : 'Save', this.saving || !ready),
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {details, failure} = this;
    return html`<form id="role" @submit=${this.save}>
      ${formProblem(failure, this.readAgain)} ${this.role === '' ? this.lasting() : nothing}
      ${field({name: 'description', label: 'Description', value: details?.description, rows: 2, maxLength: 4000, failure})}
      <fh-parent-choice
        .parents=${this.parents}
        .names=${this.names.filter((name) => name !== this.role && name !== 'super_admin')}
        .fault=${failure instanceof ApiProblem ? failure.faultAt('parents') : undefined}
        @changed=${(event: CustomEvent<readonly string[]>) => (this.parents = event.detail)}
      ></fh-parent-choice>
      ${field({
        name: 'grants',
        label: 'Grants',
        value: details?.grants.join('\n'),
        rows: 4,
        hint: 'One a line: projects:write, releases:* or *:read.',
        failure,
      })}
      ${field({
        name: 'denies',
        label: 'Denies',
        value: details?.denies.join('\n'),
        rows: 3,
        hint: 'Nobody who holds the role has these, whoever grants them.',
        failure,
      })}
    </form>`;
  }

  /** What cannot be changed later. */
  private lasting(): TemplateResult {
    const {failure} = this;
    return html`${field({
      name: 'name',
      label: 'Name',
      required: true,
      maxLength: 63,
      hint: 'Small letters, digits, _ and -. It cannot be changed later.',
      failure,
    })}
    ${this.places.length === 0
      ? nothing
      : field({
          name: 'workspace_id',
          label: 'Can be held in',
          options: [{value: '', label: 'The whole tenant'}, ...this.places.map(({id, name}) => ({value: id, label: name}))],
          failure,
        })}`;
  }

  /** What somebody else has changed is shown; what was typed elsewhere stays. */
  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      this.details = await get<RoleDetails>(rolePath(this.role));
      this.parents = this.details.parents;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {grants, denies, ...others} = valuesOf(form);
    const body = {...others, parents: this.parents, grants: entriesOf(grants ?? ''), denies: entriesOf(denies ?? '')};
    this.saving = true;
    try {
      const role = await (this.role === ''
        ? post<RoleDetails>('/api/roles', body)
        : patch<RoleDetails>(rolePath(this.role), body, this.details!));
      notify(`${role.name} was saved.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
