import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, emptyState, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Job, statusTone} from './job.js';
import {jobsHeading} from './jobs-heading.js';
import './start-dialog.js';

/** The jobs that there are, with how each went last. */
@customElement('fh-jobs')
export class JobsPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private jobs: readonly Job[] | null = null;
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return html`${jobsHeading('jobs')}${this.content()}${this.overlay()}`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (this.jobs === null) {
      return html`<section class="card">${skeletonRows(4)}</section>`;
    }
    if (this.jobs.length === 0) {
      return html`<section class="card">
        ${emptyState('jobs', 'There is nothing to start here', 'Jobs of the platform are started by its operators.')}
      </section>`;
    }
    return html`<ul class="cards">
      ${this.jobs.map((job) => this.card(job))}
    </ul>`;
  }

  private card(job: Job): TemplateResult {
    const run = job.last_run;
    return html`<li class="card job">
      <header>
        <h2>${job.title}</h2>
        ${job.scope === 'platform' ? badge('platform', 'info') : nothing}
      </header>
      <p>${job.description}</p>
      <footer>
        ${run === null
          ? html`<span class="muted">Never ran</span>`
          : html`<a href=${address(`jobs/runs/${run.id}`)} aria-label="Last run of ${job.title}">
              ${badge(run.status, statusTone(run.status))} ${when(run.created_at)}
            </a>`}
        ${session.can('jobs:write')
          ? html`<a class="button" href=${address(`jobs/${job.name}/start`)} aria-label="Start ${job.title}">
              ${icon('play')}Start
            </a>`
          : nothing}
      </footer>
    </li>`;
  }

  private overlay(): unknown {
    const [name, mode] = this.rest;
    const job = this.jobs?.find((one) => one.name === name);
    return mode === 'start' && job !== undefined
      ? html`<fh-start-dialog .job=${job} .closed=${() => router.go('jobs')}></fh-start-dialog>`
      : nothing;
  }

  private async read(): Promise<void> {
    try {
      this.jobs = (await get<Page<Job>>('/api/jobs')).items;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
