import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patch, post} from '../platform/api.js';
import {type Field, field, valuesOf} from '../components/form.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PRIORITIES, type Project, PROJECT_STATUSES} from './project.js';
import {choices, engineering, governance, money, withLists} from './project-sections.js';

/** Makes a project, or changes one. */
@customElement('fh-project-form')
export class ProjectForm extends LitElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) projectId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private project: Project | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('projectId') && this.projectId !== '') {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const adding = this.projectId === '';
    const ready = adding || this.project !== null;
    return drawer({
      title: adding ? 'New project' : `Edit ${this.project?.name ?? 'project'}`,
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(6),
      foot: html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button primary" form="project" ?disabled=${this.saving || !ready}>
          ${adding ? 'Make project' : 'Save'}
        </button>`,
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {project, failure} = this;
    const failed = failure !== null;
    const one = (more: Field): TemplateResult =>
      field({...more, value: more.value ?? (project?.[more.name as keyof Project] as string | number | null), failure});
    return html`<form id="project" @submit=${this.save}>
      ${formProblem(failure)} ${one({name: 'name', label: 'Name', required: true, maxLength: 200})}
      ${one({name: 'description', label: 'Description', rows: 3, maxLength: 4000})}
      <div class="pair">
        ${one({name: 'status', label: 'Status', required: true, options: choices(PROJECT_STATUSES)})}
        ${one({name: 'priority', label: 'Priority', value: project?.priority ?? 'medium', required: true, options: choices(PRIORITIES)})}
      </div>
      ${one({
        name: 'visibility',
        label: 'Visible to',
        value: project?.visibility ?? 'team',
        required: true,
        options: choices(['public', 'team', 'private']),
        hint: 'Team: its team, owner and stakeholders; without a team, everybody in the tenant.',
      })}
      <div class="pair">
        ${one({name: 'start_date', label: 'Begins', type: 'date'})} ${one({name: 'end_date', label: 'Ends', type: 'date'})}
      </div>
      <div class="pair">
        ${one({name: 'department', label: 'Department', maxLength: 100})}
        ${one({name: 'budget_allocated', label: 'Budget', type: 'number', minimum: 0})}
      </div>
      ${governance(project, one, failed)} ${money(one, failed)} ${engineering(project, one, failed)}
    </form>`;
  }

  private async read(): Promise<void> {
    try {
      this.project = await get<Project>(`/api/projects/${this.projectId}`);
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = withLists(valuesOf(form));
    this.saving = true;
    try {
      await (this.projectId === '' ? post('/api/projects', body) : patch(`/api/projects/${this.projectId}`, body, this.project!));
      notify(`${body['name']} was saved.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
    this.saving = false;
  };
}
