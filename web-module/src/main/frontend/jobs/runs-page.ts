import {html, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {duration, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {filter} from '../components/filter.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {type Job, type Run, STATUSES, statusTone} from './job.js';
import {jobsHeading} from './jobs-heading.js';

/** All runs, the newest first. */
@customElement('fh-runs')
export class RunsPage extends ListPage<Run> {
  protected readonly source = '/api/jobs/runs';
  protected readonly name = 'Runs';
  @state() private jobs: readonly Job[] = [];

  protected readonly columns: readonly Column<Run>[] = [
    {
      title: 'Run',
      cell: (run) =>
        html`<a class="titled" href=${address(`jobs/runs/${run.id}`)}>
          <strong>${words(run.job.replaceAll('-', ' '))}</strong><small>${run.progress?.message ?? run.id.slice(0, 8)}</small>
        </a>`,
      csv: (run) => run.job,
    },
    {title: 'Status', cell: (run) => badge(run.status, statusTone(run.status)), csv: (run) => run.status},
    {
      title: 'Progress',
      numeric: true,
      cell: (run) => (run.progress?.percent == null ? '–' : `${Math.round(run.progress.percent)} %`),
      csv: (run) => run.progress?.percent,
    },
    {title: 'Started', cell: (run) => when(run.started_at ?? run.created_at), csv: (run) => run.started_at},
    {title: 'Took', numeric: true, spare: true, cell: (run) => duration(run.started_at, run.ended_at), csv: (run) => run.ended_at},
    {
      title: 'By',
      spare: true,
      cell: (run) => (run.trigger === 'schedule' ? 'Schedule' : (run.started_by?.email ?? 'System')),
      csv: (run) => run.started_by?.email ?? run.trigger,
    },
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void get<Page<Job>>('/api/jobs')
      .then((page) => (this.jobs = page.items))
      .catch((failure: unknown) => (this.failure = failure));
  }

  protected heading(): TemplateResult {
    return jobsHeading('jobs/runs');
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'job', label: 'Job', options: this.jobs.map((job) => ({value: job.name, label: job.title}))})}
    ${filter({name: 'status', label: 'Status', options: STATUSES})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No run is like that', 'Take a filter away to see more runs.')
      : emptyState('jobs', 'Nothing ran yet', 'Start a job, or give it a schedule.');
  }
}
