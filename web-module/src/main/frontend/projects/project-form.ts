import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, patch, post} from '../platform/api.js';
import {session} from '../platform/session.js';
import {choices, type Field, field, type Option, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import '../components/pairs.js';
import type {Pair} from '../components/pairs.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-choice.js';
import type {Team} from '../teams/team.js';
import {KPI_WORDS, kpiPatch, typed} from './kpi.js';
import {withLists} from './lists.js';
import {PRIORITIES, type Project, PROJECT_STATUSES, type Stakeholder, VISIBILITIES} from './project.js';
import {engineering, governance, money, section} from './project-sections.js';
import './stakeholders.js';

/** Makes a project, or changes one. */
@customElement('fh-project-form')
export class ProjectForm extends PlainElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) projectId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private project: Project | null = null;
  @state() private owner: string | null = null;
  @state() private stakeholders: readonly Stakeholder[] = [];
  @state() private kpis: readonly Pair[] = [];
  @state() private teams: readonly Team[] = [];
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('projectId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const adding = this.projectId === '';
    const ready = adding || this.project !== null;
    return drawer({
      title: adding ? 'New project' : `Edit ${this.project?.name ?? 'project'}`,
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(6),
      foot: formButtons('project', adding ? 'Make project' : 'Save', this.saving || !ready),
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {project, failure} = this;
    const failed = failure !== null;
    const one = (more: Field): TemplateResult =>
      field({...more, value: more.value ?? (project?.[more.name as keyof Project] as string | number | null), failure});
    return html`<form id="project" @submit=${this.save}>
      ${formProblem(failure, this.readAgain)} ${one({name: 'name', label: 'Name', required: true, maxLength: 200})}
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
        options: choices(VISIBILITIES),
        hint: 'Team: its team, owner and stakeholders; without a team, everybody in the tenant.',
      })}
      <div class="pair">
        ${one({name: 'start_date', label: 'Begins', type: 'date'})} ${one({name: 'end_date', label: 'Ends', type: 'date'})}
      </div>
      <div class="pair">
        ${one({name: 'department', label: 'Department', maxLength: 100})}
        ${one({name: 'budget_allocated', label: 'Budget', type: 'number', minimum: 0})}
      </div>
      ${this.people(one, failed)} ${governance(project, one, failed)} ${money(one, failed)}
      ${engineering(project, one, failed)} ${this.keyFigures(failed)}
    </form>`;
  }

  private people(one: (field: Field) => TemplateResult, open: boolean): TemplateResult {
    return section(
      'Owner, team and stakeholders',
      open,
      html`<fh-person-choice
          .label=${'Owner'}
          .hint=${this.project === null ? 'You, when nobody is chosen.' : 'It stays with its owner until somebody is chosen.'}
          .userId=${this.owner}
          @chosen=${(event: CustomEvent<string | null>) => (this.owner = event.detail)}
        ></fh-person-choice>
        ${one({name: 'team_id', label: 'Team', options: this.teamChoices()})}
        <fh-stakeholders
          .stakeholders=${this.stakeholders}
          @changed=${(event: CustomEvent<readonly Stakeholder[]>) => (this.stakeholders = event.detail)}
        ></fh-stakeholders>`,
    );
  }

  private keyFigures(open: boolean): TemplateResult {
    return section(
      'Key figures',
      open,
      html`<fh-pairs
        .words=${KPI_WORDS}
        .pairs=${this.kpis}
        @changed=${(event: CustomEvent<readonly Pair[]>) => (this.kpis = event.detail)}
      ></fh-pairs>`,
    );
  }

  private teamChoices(): Option[] {
    const known = this.teams.map((team) => ({value: team.id, label: team.name}));
    const own = this.project?.team_id ?? null;
    if (own !== null && known.every((team) => team.value !== own)) {
      known.unshift({value: own, label: 'Its team'});
    }
    return [{value: '', label: 'No team'}, ...known];
  }

  /** What somebody else has changed is shown; what was typed elsewhere stays. */
  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      if (session.can('teams:read')) {
        this.teams = (await get<Page<Team>>('/api/teams', {limit: 200, sort: 'name'})).items;
      }
      if (this.projectId !== '') {
        this.show(await get<Project>(`/api/projects/${this.projectId}`));
      }
    } catch (failure) {
      this.missing = failure;
    }
  }

  private show(project: Project): void {
    this.project = project;
    this.owner = project.owner_id;
    this.stakeholders = project.stakeholders;
    this.kpis = typed(project.kpis);
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = valuesOf(form);
    const body = {
      ...withLists(fields),
      owner_id: this.owner,
      stakeholders: this.stakeholders,
      kpis: kpiPatch(this.project?.kpis ?? {}, this.kpis),
    };
    this.saving = true;
    try {
      await (this.projectId === '' ? post('/api/projects', body) : patch(`/api/projects/${this.projectId}`, body, this.project!));
      notify(`${fields['name']} was saved.`);
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
