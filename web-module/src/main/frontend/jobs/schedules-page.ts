import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {words} from '../platform/format.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {cronInWords} from './cron.js';
import type {Job, Schedule} from './job.js';
import {jobsHeading} from './jobs-heading.js';
import './schedule-form.js';

/** When jobs start by themselves. */
@customElement('fh-schedules')
export class SchedulesPage extends ListPage<Schedule> {
  protected readonly source = '/api/jobs/schedules';
  protected readonly name = 'Schedules';
  @state() private jobs: readonly Job[] = [];

  protected readonly columns: readonly Column<Schedule>[] = [
    {
      title: 'Job',
      cell: (schedule) =>
        session.can('jobs:write')
          ? html`<a class="titled" href=${address(`jobs/schedules/${schedule.id}`)}><strong>${words(schedule.job.replaceAll('-', ' '))}</strong></a>`
          : html`<strong>${words(schedule.job.replaceAll('-', ' '))}</strong>`,
      csv: (schedule) => schedule.job,
    },
    {
      title: 'When',
      cell: (schedule) => html`${cronInWords(schedule.cron)} <small class="muted"><code>${schedule.cron}</code> ${schedule.zone}</small>`,
      csv: (schedule) => `${schedule.cron} ${schedule.zone}`,
    },
    {
      title: 'State',
      cell: (schedule) => (schedule.enabled ? badge('on', 'good') : badge('off', 'calm')),
      csv: (schedule) => (schedule.enabled ? 'on' : 'off'),
    },
    {
      title: 'Next',
      cell: (schedule) => (schedule.enabled ? when(schedule.next_fire_at) : '–'),
      csv: (schedule) => schedule.next_fire_at,
    },
    {
      title: 'Last',
      spare: true,
      cell: (schedule) =>
        schedule.last_run_id === null
          ? when(schedule.last_fire_at)
          : html`<a href=${address(`jobs/runs/${schedule.last_run_id}`)}>${when(schedule.last_fire_at)}</a>`,
      csv: (schedule) => schedule.last_fire_at,
    },
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readJobs();
  }

  protected heading(): TemplateResult {
    return jobsHeading(
      'jobs/schedules',
      session.can('jobs:write')
        ? html`<a class="button primary" href=${address('jobs/schedules/new')}>${icon('plus')}New schedule</a>`
        : nothing,
    );
  }

  protected filters(_query: Query): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState('schedule', 'Nothing is scheduled', 'A schedule starts a job at the times that you give it, once in the whole installation.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const schedule = this.page?.items.find((one) => one.id === id) ?? null;
    if (id === undefined || this.jobs.length === 0 || (id !== 'new' && schedule === null)) {
      return nothing;
    }
    return html`<fh-schedule-form
      .schedule=${schedule}
      .jobs=${this.jobs}
      .closed=${() => router.go('jobs/schedules')}
      @saved=${() => void this.reload()}
    ></fh-schedule-form>`;
  }

  private async readJobs(): Promise<void> {
    try {
      this.jobs = (await get<Page<Job>>('/api/jobs')).items;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
