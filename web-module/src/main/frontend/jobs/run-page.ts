import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post} from '../platform/api.js';
import {clock, duration, moment, number, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {isOver, type LogLine, type Run, statusTone} from './job.js';
import {progressBar} from './progress.js';
import {followRun} from './run-stream.js';

const LOG_PAGE = 200;
const TOLD = {stop: 'The run stops at its next checkpoint.', restart: 'The run goes on.', abandon: 'The run was abandoned.'};

/** One run while it happens: progress, counts, and its log. */
@customElement('fh-run')
export class RunPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private run: Run | null = null;
  @state() private log: readonly LogLine[] = [];
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private live = false;
  private following: AbortController | null = null;
  private readingLog = false;

  override disconnectedCallback(): void {
    this.following?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rest')) {
      void this.open();
    }
  }

  override render(): TemplateResult {
    const run = this.run;
    return html`${pageHeading({
      title: run === null ? 'Run' : words(run.job.replaceAll('-', ' ')),
      lead: run === null ? undefined : html`${badge(run.status, statusTone(run.status))}${this.liveMark()}`,
      actions: run !== null && session.can('jobs:write') ? this.buttons(run) : undefined,
      back: {href: address('jobs/runs'), label: 'Runs'},
    })}
    ${this.failure !== null
      ? html`<section class="card">${problemPanel(this.failure, () => void this.open())}</section>`
      : run === null
        ? html`<section class="card">${skeletonRows(6)}</section>`
        : this.body(run)}`;
  }

  private liveMark(): TemplateResult {
    return html`<span class="live" role="status">${this.live ? html`<i aria-hidden="true"></i>Live` : nothing}</span>`;
  }

  private buttons(run: Run): TemplateResult {
    const {status} = run;
    return html`${status === 'running' || status === 'queued'
      ? html`<button class="button" type="button" @click=${() => this.order('stop')}>${icon('stop')}Stop</button>`
      : nothing}
    ${status === 'failed' || status === 'stopped'
      ? html`<button class="button danger-quiet" type="button" @click=${() => this.order('abandon')}>Abandon</button>
          <button class="button primary" type="button" @click=${() => this.order('restart')}>
            ${icon('restart')}Restart
          </button>`
      : nothing}`;
  }

  private body(run: Run): TemplateResult {
    const counts = Object.entries(run.counts);
    return html`${formProblem(this.refused)}
      <div class="run-grid">
        <section class="card" aria-label="Progress">
          ${progressBar(run)} ${run.error ? html`<p class="form-problem" role="alert">${icon('alert')}<span>${run.error}</span></p>` : nothing}
          ${counts.length === 0
            ? nothing
            : html`<ul class="figures">
                ${counts.map(([name, count]) => html`<li><strong>${number(count)}</strong><span>${words(name)}</span></li>`)}
              </ul>`}
        </section>
        <section class="card" aria-label="About this run">${this.facts(run)}</section>
        <section class="card log-card" aria-labelledby="log-title">
          <h2 id="log-title">Log</h2>
          ${this.logLines(run)}
        </section>
      </div>`;
  }

  private facts(run: Run): TemplateResult {
    return html`<dl class="facts">
      <div><dt>Started by</dt><dd>${run.trigger === 'schedule' ? 'A schedule' : (run.started_by?.email ?? 'The system')}</dd></div>
      <div><dt>Started</dt><dd>${moment(run.started_at ?? run.created_at)}</dd></div>
      <div><dt>Took</dt><dd>${duration(run.started_at, run.ended_at)}</dd></div>
      <div><dt>Node</dt><dd>${run.node ?? '–'}</dd></div>
      <div><dt>Executions</dt><dd>${run.executions}</dd></div>
      ${Object.entries(run.parameters).map(
        ([name, value]) => html`<div><dt>${words(name)}</dt><dd>${String(value)}</dd></div>`,
      )}
    </dl>`;
  }

  private logLines(run: Run): TemplateResult {
    if (this.log.length === 0) {
      return html`<p class="muted">${isOver(run) ? 'It wrote nothing.' : 'Nothing was written yet.'}</p>`;
    }
    return html`<ol class="log" tabindex="0" aria-label="Lines of the log">
      ${this.log.map(
        (line) =>
          html`<li class=${line.level}>
            <time datetime=${line.time}>${clock(line.time)}</time>
            <span>${line.level === 'info' ? nothing : badge(line.level, line.level === 'error' ? 'bad' : 'warn')}${line.message}</span>
          </li>`,
      )}
    </ol>`;
  }

  private async open(): Promise<void> {
    this.following?.abort();
    this.following = new AbortController();
    const {signal} = this.following;
    const id = this.rest[0] ?? '';
    this.log = [];
    try {
      this.run = await get<Run>(`/api/jobs/runs/${id}`);
      this.failure = null;
      await this.readLog();
    } catch (failure) {
      this.failure = failure;
      return;
    }
    if (!isOver(this.run)) {
      await followRun(id, signal, this.arrived, (live) => (this.live = live));
    }
  }

  private arrived = (run: Run): void => {
    this.run = run;
    void this.readLog();
  };

  /** Reads the lines that are new; while it reads, further calls have nothing to add. */
  private async readLog(): Promise<void> {
    if (this.readingLog || this.run === null) {
      return;
    }
    this.readingLog = true;
    try {
      let after: string | null = null;
      const lines: LogLine[] = [];
      do {
        const page: Page<LogLine> = await get<Page<LogLine>>(`/api/jobs/runs/${this.run.id}/logs`, {limit: LOG_PAGE, after});
        lines.push(...page.items);
        after = page.next;
      } while (after !== null && lines.length < 2_000);
      this.log = lines;
    } finally {
      this.readingLog = false;
    }
  }

  private async order(what: 'stop' | 'restart' | 'abandon'): Promise<void> {
    try {
      this.run = await post<Run>(`/api/jobs/runs/${this.run!.id}/${what}`);
      this.refused = null;
      notify(TOLD[what]);
      await this.open();
    } catch (failure) {
      this.refused = failure;
    }
  }
}
