import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../files/file-list.js';
import '../releases/release-list.js';
import '../tasks/task-table.js';
import {priorityTone, type Project, projectTone} from './project.js';
import './project-facts.js';
import './project-form.js';
import './project-trail.js';

const TABS = [
  {name: '', title: 'Overview', permission: 'projects:read'},
  {name: 'tasks', title: 'Tasks', permission: 'tasks:read'},
  {name: 'files', title: 'Files', permission: 'files:read'},
  {name: 'releases', title: 'Releases', permission: 'releases:read'},
  {name: 'trail', title: 'Trail', permission: 'audit:read'},
] as const;

/** One project: what governs it, its tasks, its files and its trail. */
@customElement('fh-project')
export class ProjectPage extends PlainElement {
  @property({attribute: false}) projectId = '';
  /** The open tab, or `edit`. */
  @property({attribute: false}) tab = '';
  @state() private project: Project | null = null;
  @state() private failure: unknown = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('projectId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {project} = this;
    const back = {href: address('projects'), label: 'Projects'};
    if (this.failure !== null) {
      return html`${pageHeading({title: 'Project', back})}
        <section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (project === null) {
      return html`${pageHeading({title: 'Project', back})}<section class="card">${skeletonRows(8)}</section>`;
    }
    const open = TABS.find((tab) => tab.name === this.tab) ?? TABS[0];
    return html`${pageHeading({title: project.name, lead: this.lead(project), back, actions: this.actions(project)})}
      <nav class="tabs" aria-label="Parts of the project">
        ${TABS.filter((tab) => session.can(tab.permission)).map(
          (tab) =>
            html`<a href=${this.place(tab.name)} aria-current=${tab === open ? 'page' : nothing}>${tab.title}</a>`,
        )}
      </nav>
      ${this.content(open.name, project)}
      ${this.tab === 'edit' ? this.form(project) : nothing}`;
  }

  private content(tab: (typeof TABS)[number]['name'], project: Project): TemplateResult {
    switch (tab) {
      case 'tasks':
        return html`<fh-task-table .projectId=${project.id}></fh-task-table>`;
      case 'files':
        return html`<fh-files .projectId=${project.id}></fh-files>`;
      case 'releases':
        return html`<fh-release-list .projectId=${project.id}></fh-release-list>`;
      case 'trail':
        return html`<fh-project-trail .projectId=${project.id}></fh-project-trail>`;
      default:
        return html`<fh-project-facts .project=${project}></fh-project-facts>`;
    }
  }

  private lead(project: Project): TemplateResult {
    return html`<span class="badges">
      ${badge(project.status, projectTone(project.status))} ${badge(project.priority, priorityTone(project.priority))}
      ${badge(project.security_level)}
      ${project.data_classification === 'none' ? nothing : badge(project.data_classification, 'warn')}
    </span>`;
  }

  private actions(project: Project): TemplateResult {
    return html`${session.can('tasks:read')
      ? html`<a class="button" href=${address('tasks', {project_id: project.id})}>${icon('board')}Board</a>`
      : nothing}
    ${session.can('projects:write')
      ? html`<a class="button primary" href=${this.place('edit')}>${icon('edit')}Edit</a>`
      : nothing}`;
  }

  private form(project: Project): TemplateResult {
    return html`<fh-project-form
      .projectId=${project.id}
      .closed=${() => router.go(`projects/${project.id}`)}
      @saved=${() => this.read()}
    ></fh-project-form>`;
  }

  private place(tab: string): string {
    return address(`projects/${this.projectId}${tab === '' ? '' : `/${tab}`}`);
  }

  private async read(): Promise<void> {
    try {
      this.project = await get<Project>(`/api/projects/${this.projectId}`);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
