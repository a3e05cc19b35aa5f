import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {pageHeading} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {PRIORITIES, type Project} from '../projects/project.js';
import './task-board.js';
import './task-form.js';
import './task-table.js';
import {TASK_STATUSES} from './task.js';

/** The tasks of one project or of all, as a board or as a table. */
@customElement('fh-tasks')
export class TasksPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private projectName = '';
  @state() private version = 0;
  private projectId = '';

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener('change', this.follow);
    this.follow();
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.follow);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const query = router.query;
    const table = query['view'] === 'table';
    const {view: _view, ...narrowing} = query;
    return html`${pageHeading({
      title: this.projectName === '' ? 'Tasks' : `Tasks of ${this.projectName}`,
      lead: 'Drag a card to move it, or press Ctrl and an arrow key on it.',
      actions: html`${this.views(query, table)}
      ${session.can('tasks:write')
        ? html`<a class="button primary" href=${address('tasks/new', query)}>${icon('plus')}New task</a>`
        : nothing}`,
      ...(this.projectId === '' ? {} : {back: {href: address(`projects/${this.projectId}`), label: 'Project'}}),
    })}
    ${table
      ? html`<fh-task-table .version=${this.version} .filterBar=${this.filters(true)}></fh-task-table>`
      : html`<section class="card filters-card" aria-label="Narrow the board">${this.filters(false)}</section>
          <fh-task-board .narrowing=${JSON.stringify(narrowing)} .version=${this.version}></fh-task-board>`}
    ${this.overlay(query)}`;
  }

  private views(query: Query, table: boolean): TemplateResult {
    return html`<nav class="switch" aria-label="View">
      <a href=${address('tasks', {...query, view: '', after: ''})} aria-current=${table ? nothing : 'page'}>${icon('board')}Board</a>
      <a href=${address('tasks', {...query, view: 'table'})} aria-current=${table ? 'page' : nothing}>${icon('table')}Table</a>
    </nav>`;
  }

  private filters(table: boolean): TemplateResult {
    return html`${table ? filter({name: 'status', label: 'Status', options: TASK_STATUSES}) : nothing}
    ${filter({name: 'priority', label: 'Priority', options: PRIORITIES})}
    ${filter({name: 'assignee_id', label: 'Assigned to', options: [{value: session.person!.id, label: 'Me'}]})}
    ${filter({name: 'due_before', label: 'Due before', type: 'date'})}`;
  }

  private overlay(query: Query): unknown {
    const [id] = this.rest;
    return id === undefined
      ? nothing
      : html`<fh-task-form
          .taskId=${id === 'new' ? '' : id}
          .projectId=${this.projectId}
          .closed=${() => router.go('tasks', query)}
          @saved=${() => this.version++}
        ></fh-task-form>`;
  }

  private follow = (): void => {
    const id = router.query['project_id'] ?? '';
    if (id !== this.projectId) {
      this.projectId = id;
      this.projectName = '';
      if (id !== '') {
        void get<Project>(`/api/projects/${id}`)
          .then((project) => (this.projectName = project.name))
          .catch(() => (this.projectName = 'an unknown project'));
      }
    }
    this.requestUpdate();
  };
}
