import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {get, type Page, patch} from '../platform/api.js';
import {day, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-name.js';
import {priorityTone} from '../projects/project.js';
import {BOARD, isOverdue, type Task} from './task.js';
import {TaskMoves} from './task-moves.js';

const CARDS = 50;

/** Tasks as cards, a column for each state; a card is moved by dragging or with Ctrl and the arrow keys. */
@customElement('fh-task-board')
export class TaskBoard extends PlainElement {
  /** The filters, as JSON so that equal ones are equal. */
  @property({attribute: false}) narrowing = '{}';
  /** Goes up when tasks were changed elsewhere. */
  @property({attribute: false}) version = 0;
  @state() private columns: ReadonlyMap<string, Page<Task>> | null = null;
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private over: string | null = null;
  private dragged: Task | null = null;
  private readonly moves = new TaskMoves((task, status) => patch<Task>(`/api/tasks/${task.id}`, {status}, task));

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('narrowing') || changed.has('version')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    const {columns} = this;
    if (columns === null) {
      return html`<section class="card">${skeletonRows(6)}</section>`;
    }
    if ([...columns.values()].every((page) => page.items.length === 0)) {
      return html`<section class="card">${emptyState('tasks', 'There is nothing on the board', 'Tasks that are made or found by the filters are cards here.')}</section>`;
    }
    return html`${formProblem(this.refused, this.readAgain)}
      <div class="board">${BOARD.map((status) => this.column(status, columns.get(status)!))}</div>`;
  }

  private column(status: string, page: Page<Task>): TemplateResult {
    return html`<section
      class="column ${this.over === status ? 'over' : ''}"
      aria-label=${words(status)}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = status;
      }}
      @dragleave=${() => (this.over = null)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.over = null;
        void this.move(this.dragged, status);
      }}
    >
      <h2>${words(status)}<span class="count">${page.items.length}${page.next === null ? '' : '+'}</span></h2>
      <ul>
        ${repeat(page.items, (task) => task.id, (task) => this.card(task))}
      </ul>
      ${page.next === null
        ? nothing
        : html`<a href=${address('tasks', {...JSON.parse(this.narrowing), status, view: 'table'})}>All of them</a>`}
    </section>`;
  }

  private card(task: Task): TemplateResult {
    const mayMove = session.can('tasks:write');
    return html`<li
      class="task"
      draggable=${mayMove ? 'true' : 'false'}
      @dragstart=${() => (this.dragged = task)}
      @keydown=${(event: KeyboardEvent) => mayMove && this.pressed(event, task)}
    >
      <a id="task-${task.id}" href=${address(`tasks/${task.id}`, router.query)} draggable="false">${task.title}</a>
      <p>
        ${badge(task.priority, priorityTone(task.priority))}
        ${task.due_date === null ? nothing : html`<small class=${isOverdue(task) ? 'overdue' : 'muted'}>${day(task.due_date)}</small>`}
      </p>
      ${task.assignee_id === null ? nothing : html`<fh-person-name .userId=${task.assignee_id}></fh-person-name>`}
    </li>`;
  }

  private pressed(event: KeyboardEvent, task: Task): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const status = BOARD[BOARD.indexOf(task.status) + step];
    if (event.ctrlKey && step !== 0) {
      event.preventDefault();
      if (status !== undefined) {
        void this.move(task, status);
      }
    }
  }

  /** Shows the move at once, and takes it back when it is refused. */
  private async move(task: Task | null, status: string): Promise<void> {
    if (task === null || task.status === status) {
      return;
    }
    this.place(task, status);
    await this.focusOn(task);
    const moved = await this.moves.move(task, status);
    if (moved === null) {
      return;
    }
    this.refused = moved.failure;
    this.place(moved.task, moved.task.status);
    if (moved.failure === null) {
      notify(`${task.title}: ${words(moved.task.status).toLowerCase()}.`);
    } else {
      await this.focusOn(task);
    }
  }

  /** A card in another column is another element: whoever moves it with the keyboard stays on it. */
  private async focusOn(task: Task): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#task-${task.id}`)?.focus();
  }

  private place(task: Task, status: string): void {
    if (![...(this.columns?.values() ?? [])].some((page) => page.items.some((one) => one.id === task.id))) {
      return;
    }
    const placed = task.status === status ? task : {...task, status};
    const columns = new Map(this.columns);
    for (const [name, page] of columns) {
      const others = page.items.filter((one) => one.id !== task.id);
      columns.set(name, {...page, items: name === status ? [placed, ...others] : others});
    }
    this.columns = columns;
  }

  private readAgain = (): void => {
    this.refused = null;
    void this.read();
  };

  private async read(): Promise<void> {
    const asked = this.narrowing;
    const {status: _status, after: _after, sort: _sort, ...narrowing} = JSON.parse(asked) as Record<string, string>;
    try {
      const pages = await Promise.all(
        BOARD.map((status) => get<Page<Task>>('/api/tasks', {...narrowing, status, limit: CARDS})),
      );
      if (asked === this.narrowing) {
        this.columns = new Map(BOARD.map((status, index) => [status, pages[index]!]));
        this.failure = null;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }
}
