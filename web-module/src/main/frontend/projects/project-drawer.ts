import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {day, moment, number, words} from '../platform/format.js';
import {address} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {drawer} from '../components/modal.js';
import {badge, problemPanel, skeletonRows} from '../components/parts.js';
import '../people/person-name.js';
import {priorityTone, type Project, projectTone} from './project.js';

/** One project with what governs it. */
@customElement('fh-project-drawer')
export class ProjectDrawer extends LitElement {
  @property({attribute: false}) projectId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private project: Project | null = null;
  @state() private failure: unknown = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('projectId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const project = this.project;
    return drawer({
      title: project?.name ?? 'Project',
      body: this.failure !== null ? problemPanel(this.failure) : project === null ? skeletonRows(8) : this.body(project),
      foot: project === null ? undefined : this.links(project),
      wide: true,
      closed: this.closed,
    });
  }

  private body(project: Project): TemplateResult {
    const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value ?? '–'}</dd></div>`;
    return html`<p class="badges">
        ${badge(project.status, projectTone(project.status))} ${badge(project.priority, priorityTone(project.priority))}
        ${badge(project.security_level)} ${project.data_classification === 'none' ? nothing : badge(project.data_classification, 'warn')}
      </p>
      ${project.description ? html`<p>${project.description}</p>` : nothing}
      <dl class="facts">
        ${fact('Owner', project.owner_id === null ? null : html`<fh-person-name .userId=${project.owner_id}></fh-person-name>`)}
        ${fact('Visible to', words(project.visibility))} ${fact('Department', project.department)}
        ${fact('Business unit', project.business_unit)} ${fact('Cost centre', project.cost_center)}
        ${fact('Begins', day(project.start_date))} ${fact('Ends', day(project.end_date))}
        ${fact('Budget', project.budget_allocated === null ? null : number(project.budget_allocated))}
        ${fact('Spent', project.actual_cost === null ? null : number(project.actual_cost))}
        ${fact('Must comply with', project.compliance_requirements.join(', ') || null)}
        ${fact('Language', project.primary_language)} ${fact('Made', moment(project.created_at))}
        ${fact('Changed', moment(project.updated_at))}
      </dl>`;
  }

  private links(project: Project): TemplateResult {
    return html`${session.can('audit:read')
        ? html`<a class="button quiet" href=${address('audit', {project_id: project.id})}>Its trail</a>`
        : nothing}
      <a class="button" href=${address('tasks', {project_id: project.id})}>${icon('board')}Tasks</a>
      ${session.can('projects:write')
        ? html`<a class="button primary" href=${address(`projects/${project.id}/edit`)}>${icon('edit')}Edit</a>`
        : nothing}`;
  }

  private async read(): Promise<void> {
    try {
      this.project = await get<Project>(`/api/projects/${this.projectId}`);
    } catch (failure) {
      this.failure = failure;
    }
  }
}
