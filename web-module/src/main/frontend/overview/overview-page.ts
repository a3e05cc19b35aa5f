import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {number, shortNumber, size} from '../platform/format.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {type DayBar, dayBars, shareBar} from '../components/chart.js';
import {percentOf} from '../components/scale.js';
import {icon, type IconName} from '../components/icon.js';
import {pageHeading, problemPanel, refusedPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface Overview {
  readonly projects: {readonly total: number; readonly by_status: Record<string, number>; readonly by_priority: Record<string, number>};
  readonly tasks: {
    readonly total: number;
    readonly by_status: Record<string, number>;
    readonly overdue: number;
    readonly completed_per_day: readonly DayBar[];
  } | null;
  readonly people: {readonly users: number; readonly active_users: number; readonly teams: number} | null;
  readonly files: {readonly count: number; readonly size_bytes: number; readonly quota_bytes: number | null} | null;
  readonly budget: {readonly allocated: number; readonly actual: number};
  readonly audit: {readonly events_per_day: readonly {date: string; count: number; refused: number}[]} | null;
}

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly note: string;
  readonly icon: IconName;
  readonly href?: string;
}

/** The figures of the tenant at a glance, each the way to what it counts. */
@customElement('fh-overview')
export class OverviewPage extends PlainElement {
  @state() private overview: Overview | null = null;
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('projects:read')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const home = session.tenants.find((one) => one.slug === session.tenant);
    return html`${pageHeading({title: home?.name ?? 'Overview', lead: 'How things stand today.'})}${this.content()}`;
  }

  private content(): TemplateResult {
    if (!session.can('projects:read')) {
      return html`<section class="card">${refusedPanel('projects:read')}</section>`;
    }
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    return this.overview === null ? html`<section class="card">${skeletonRows(8)}</section>` : this.figures(this.overview);
  }

  private figures(overview: Overview): TemplateResult {
    const {projects, tasks, audit} = overview;
    return html`<ul class="cards tiles">
        ${this.tiles(overview).map((tile) => this.tile(tile))}
      </ul>
      <div class="halves">
        ${tasks === null ? nothing : chartCard('Tasks done each day', dayBars('Tasks done each day', tasks.completed_per_day))}
        ${audit === null
          ? nothing
          : chartCard(
              'Events in the trail',
              dayBars('Events in the trail each day', audit.events_per_day.map((one) => ({...one, part: one.refused})), 'refused'),
            )}
      </div>
      <div class="thirds">
        ${chartCard('Projects by status', shareBar('Projects by status', projects.by_status, (status) => address('projects', {status})))}
        ${chartCard(
          'Projects by priority',
          shareBar('Projects by priority', projects.by_priority, (priority) => address('projects', {priority})),
        )}
        ${tasks === null
          ? nothing
          : chartCard(
              'Tasks by status',
              shareBar('Tasks by status', tasks.by_status, (status) => address('tasks', {view: 'table', status})),
            )}
      </div>`;
  }

  private tiles({projects, tasks, people, files, budget}: Overview): Figure[] {
    const tiles: Figure[] = [
      {
        name: 'Projects',
        value: projects.total,
        note: `${number(projects.by_status['active'] ?? 0)} active`,
        icon: 'projects',
        href: address('projects'),
      },
    ];
    if (tasks !== null) {
      tiles.push({name: 'Tasks', value: tasks.total, note: `${number(tasks.overdue)} overdue`, icon: 'tasks', href: address('tasks')});
    }
    if (people !== null) {
      tiles.push({
        name: 'People',
        value: people.users,
        note: `${number(people.active_users)} active, ${number(people.teams)} teams`,
        icon: 'people',
        href: address('people'),
      });
    }
    if (files) {
      const quota = files.quota_bytes === null ? '' : ` of ${size(files.quota_bytes)}`;
      tiles.push({name: 'Files', value: files.count, note: `${size(files.size_bytes)}${quota}`, icon: 'file', href: address('files')});
    }
    tiles.push({name: 'Budget', value: budget.allocated, note: `${percentOf(budget.actual, budget.allocated)} % spent`, icon: 'money', href: address('projects')});
    return tiles;
  }

  private tile(tile: Figure): TemplateResult {
    const figure = html`<span class="tile-name">${icon(tile.icon)}${tile.name}</span>
      <span class="big-number" title=${number(tile.value)}>${shortNumber(tile.value)}</span>
      <span class="muted">${tile.note}</span>`;
    return tile.href === undefined
      ? html`<li class="card tile">${figure}</li>`
      : html`<li><a class="card tile" href=${tile.href}>${figure}</a></li>`;
  }

  private async read(): Promise<void> {
    try {
      this.overview = await get<Overview>('/api/overview');
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function chartCard(title: string, chart: TemplateResult): TemplateResult {
  return html`<section class="card" aria-label=${title}>
    <h2>${title}</h2>
    ${chart}
  </section>`;
}
