import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, patch, post} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {choices, type Field, field, valuesOf} from '../components/form.js';
import {icon} from '../components/icon.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-choice.js';
import '../people/person-name.js';
import {PRIORITIES, priorityTone, type Project} from '../projects/project.js';
import {type Task, TASK_STATUSES, taskTone} from './task.js';

/** Makes a task, changes one, or only tells it to those who may not change it. */
@customElement('fh-task-form')
export class TaskForm extends PlainElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) taskId = '';
  /** The project of a new one; empty lets the person choose. */
  @property({attribute: false}) projectId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private task: Task | null = null;
  @state() private projects: readonly Project[] = [];
  @state() private assignee: string | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;
  @state() private ready = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('taskId')) {
      this.ready = false;
      void this.read();
    }
  }

  override render(): TemplateResult {
    const adding = this.taskId === '';
    const mayWrite = session.can('tasks:write');
    return drawer({
      title: adding ? 'New task' : (this.task?.title ?? 'Task'),
      body:
        this.missing !== null
          ? problemPanel(this.missing)
          : !this.ready
            ? skeletonRows(6)
            : mayWrite
              ? this.form()
              : this.told(this.task!),
      foot: mayWrite
        ? formButtons('task', adding ? 'Make task' : 'Save', this.saving || !this.ready)
        : undefined,
      closed: this.closed,
    });
  }

  private told(task: Task): TemplateResult {
    return html`<p class="badges">${badge(task.status, taskTone(task.status))} ${badge(task.priority, priorityTone(task.priority))}</p>
      <p>${task.description ?? nothing}</p>
      ${task.assignee_id === null ? nothing : html`<fh-person-name .userId=${task.assignee_id}></fh-person-name>`}`;
  }

  private form(): TemplateResult {
    const {task, failure} = this;
    const one = (more: Field): TemplateResult =>
      field({...more, value: more.value ?? (task?.[more.name as keyof Task] as string | number | null), failure});
    return html`<form id="task" @submit=${this.save}>
      ${formProblem(failure, this.readAgain)} ${one({name: 'title', label: 'Title', required: true, maxLength: 200})}
      ${task === null && this.projectId === ''
        ? one({
            name: 'project_id',
            label: 'Project',
            required: true,
            options: this.projects.map((project) => ({value: project.id, label: project.name})),
          })
        : nothing}
      ${one({name: 'description', label: 'Description', rows: 4, maxLength: 4000})}
      <div class="pair">
        ${one({name: 'status', label: 'Status', required: true, options: choices(TASK_STATUSES)})}
        ${one({name: 'priority', label: 'Priority', value: task?.priority ?? 'medium', required: true, options: choices(PRIORITIES)})}
      </div>
      <fh-person-choice
        .label=${'Assigned to'}
        .userId=${this.assignee}
        @chosen=${(event: CustomEvent<string | null>) => (this.assignee = event.detail)}
      ></fh-person-choice>
      <div class="pair">
        ${one({name: 'due_date', label: 'Due', type: 'date'})}
        ${one({name: 'estimate_hours', label: 'Estimate in hours', type: 'number', minimum: 0})}
      </div>
      ${task === null
        ? nothing
        : html`<a href=${address(`projects/${task.project_id}`)}>Its project${icon('right')}</a>`}
    </form>`;
  }

  /** What somebody else has changed is shown; what was typed elsewhere stays. */
  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      if (this.taskId !== '') {
        this.task = await get<Task>(`/api/tasks/${this.taskId}`);
        this.assignee = this.task.assignee_id;
      } else if (this.projectId === '') {
        this.projects = (await get<Page<Project>>('/api/projects', {limit: 200, sort: 'name'})).items;
      }
      this.ready = true;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = {...valuesOf(form), assignee_id: this.assignee};
    this.saving = true;
    try {
      if (this.task === null) {
        await post('/api/tasks', this.projectId === '' ? body : {...body, project_id: this.projectId});
      } else {
        await patch(`/api/tasks/${this.task.id}`, body, this.task);
      }
      notify('The task was saved.');
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
