import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Parameters} from '../platform/api.js';
import {day} from '../platform/format.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {filter} from '../components/filter.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import '../people/person-name.js';
import {priorityTone} from '../projects/project.js';
import {isOverdue, type Task, TASK_STATUSES, taskTone} from './task.js';

/** Tasks as rows. */
@customElement('fh-task-table')
export class TaskTable extends ListPage<Task> {
  @property({attribute: false}) filterBar: unknown = nothing;
  /** Goes up when tasks were changed elsewhere. */
  @property({attribute: false}) version = 0;
  /** Whose tasks; empty for those that the address asks for. */
  @property({attribute: false}) projectId = '';
  protected readonly source = '/api/tasks';
  protected readonly name = 'Tasks';

  protected readonly columns: readonly Column<Task>[] = [
    {
      title: 'Task',
      sort: 'title',
      cell: (task) => html`<a class="titled" href=${address(`tasks/${task.id}`, this.projectId === '' ? router.query : {project_id: this.projectId, view: 'table'})}><strong>${task.title}</strong></a>`,
      csv: (task) => task.title,
    },
    {title: 'Status', cell: (task) => badge(task.status, taskTone(task.status)), csv: (task) => task.status},
    {title: 'Priority', cell: (task) => badge(task.priority, priorityTone(task.priority)), csv: (task) => task.priority},
    {
      title: 'Assigned to',
      spare: true,
      cell: (task) => (task.assignee_id === null ? '–' : html`<fh-person-name .userId=${task.assignee_id}></fh-person-name>`),
      csv: (task) => task.assignee_id,
    },
    {
      title: 'Due',
      spare: true,
      cell: (task) => html`<span class=${isOverdue(task) ? 'overdue' : ''}>${day(task.due_date)}</span>`,
      csv: (task) => task.due_date,
    },
    {title: 'Changed', sort: 'updated_at', spare: true, cell: (task) => when(task.updated_at), csv: (task) => task.updated_at},
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('version') && this.version > 0) {
      void this.reload();
    }
  }

  protected override parameters(query: Query): Parameters {
    const {view: _view, ...others} = query;
    return this.projectId === '' ? others : {...others, project_id: this.projectId};
  }

  protected heading(): TemplateResult {
    return html``;
  }

  protected filters(): unknown {
    return this.projectId === '' ? this.filterBar : filter({name: 'status', label: 'Status', options: TASK_STATUSES});
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No task is like that', 'Take a filter away to see more tasks.')
      : emptyState('tasks', 'There are no tasks yet', 'A task says what is to be done, by whom, and until when.');
  }
}
