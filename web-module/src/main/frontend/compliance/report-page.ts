import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {download, get, remove} from '../platform/api.js';
import {save} from '../platform/csv.js';
import {day, moment, number} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, formProblem, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {isOver, type Run} from '../jobs/job.js';
import {progressBar} from '../jobs/progress.js';
import {followRun} from '../jobs/run-stream.js';
import {answerCard} from './answer-card.js';
import {type Control, frameworkName, lastDay, type Report, type ReportDocument, verdictTone, verdictWords} from './report.js';

const FILES = [
  {format: 'pdf', label: 'PDF'},
  {format: 'html', label: 'HTML'},
  {format: 'csv', label: 'CSV'},
  {format: 'json', label: 'JSON'},
  {format: 'oscal', label: 'OSCAL'},
] as const;

/** One report: its progress while it is made, then the verdicts and what they rest on. */
@customElement('fh-report')
export class ReportPage extends PlainElement {
  @property({attribute: false}) reportId = '';
  @state() private report: Report | null = null;
  @state() private document: ReportDocument | null = null;
  @state() private run: Run | null = null;
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  private following: AbortController | null = null;

  override disconnectedCallback(): void {
    this.following?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('reportId')) {
      void this.open();
    }
  }

  override render(): TemplateResult {
    const {report} = this;
    return html`${pageHeading({
      title: report === null ? 'Report' : `${frameworkName(report.framework)} report`,
      lead: report === null ? undefined : `${day(report.from)} – ${day(lastDay(report.to))}`,
      actions: report?.status === 'completed' ? this.actions() : undefined,
      back: {href: address('compliance'), label: 'Compliance'},
    })}
    ${formProblem(this.refused)}
    ${this.failure !== null
      ? html`<section class="card">${problemPanel(this.failure, () => void this.open())}</section>`
      : report === null
        ? html`<section class="card">${skeletonRows(6)}</section>`
        : this.document === null
          ? html`<section class="card" aria-label="Progress">${this.progress(report)}</section>`
          : this.body(report, this.document)}`;
  }

  private actions(): TemplateResult {
    return html`${FILES.map(
      ({format, label}) =>
        html`<button class="button" type="button" @click=${() => void this.take(format)}>${icon('download')}${label}</button>`,
    )}
    ${session.can('compliance:write')
      ? html`<button class="button danger-quiet" type="button" @click=${() => void this.removeIt()}>${icon('trash')}Remove</button>`
      : nothing}`;
  }

  private progress(report: Report): TemplateResult {
    return this.run === null
      ? html`<p class="muted">Its run is not told here: <a href=${address(`jobs/runs/${report.run_id}`)}>look at it</a>.</p>`
      : html`${progressBar(this.run)}<p><a href=${address(`jobs/runs/${report.run_id}`)}>The run</a></p>`;
  }

  private body(report: Report, {results}: ReportDocument): TemplateResult {
    const {trail} = results;
    return html`${trail.proved
        ? nothing
        : html`<div class="form-problem" role="alert">
            ${icon('alert')}<span>The proof fails: the trail is not what was sealed and signed. No control is satisfied on such a trail.
              ${trail.damage.map((one) => html`<br />${one.position === null ? nothing : `At ${one.position}: `}${one.detail}`)}</span>
          </div>`}
      <section class="card" aria-labelledby="seen-title">
        <h2 id="seen-title">What it saw</h2>
        <dl class="facts">
          <div><dt>Edition</dt><dd>${results.edition}</dd></div>
          <div><dt>Events</dt><dd>${number(trail.end - trail.begin)}, places ${trail.begin} to ${trail.end}</dd></div>
          ${trail.removed.length === 0
            ? nothing
            : html`<div><dt>Removed</dt><dd>
                ${number(trail.removed.reduce((sum, one) => sum + one.events, 0))} of these events were removed when their time was over. The questions and their samples do not see them.
                ${trail.removed.map(
                  (one) => html`<br />${number(one.events)} under the certificate <a href=${address(`audit/${one.certificate}`)}><code>${one.certificate}</code></a>`,
                )}
              </dd></div>`}
          <div><dt>Root</dt><dd><code>${report.root ?? '–'}</code></dd></div>
          <div><dt>Hash of the results</dt><dd><code>${report.result_hash}</code></dd></div>
          <div><dt>Made</dt><dd>${moment(report.completed_at)}</dd></div>
        </dl>
      </section>
      <section class="card list" aria-labelledby="controls-title">
        <h2 id="controls-title">Controls</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Controls, table">
          <table>
            <thead><tr><th scope="col">Control</th><th scope="col">Verdict</th><th scope="col">Rests on</th></tr></thead>
            <tbody>${results.controls.map((control) => this.control(control))}</tbody>
          </table>
        </div>
      </section>
      ${results.answers.map((answer) => answerCard(answer))}
      <section class="card" aria-labelledby="limits-title">
        <h2 id="limits-title">What this report cannot attest</h2>
        <ul>${results.cannot_attest.map((one) => html`<li>${one}</li>`)}</ul>
      </section>`;
  }

  private control(control: Control): TemplateResult {
    return html`<tr>
      <td><span class="titled"><strong>${control.id}</strong><small>${control.title}</small></span></td>
      <td>${badge(verdictWords(control.verdict), verdictTone(control.verdict))}</td>
      <td>${control.questions.join(', ')}</td>
    </tr>`;
  }

  private async open(): Promise<void> {
    this.following?.abort();
    this.following = new AbortController();
    const {signal} = this.following;
    try {
      this.report = await get<Report>(`/api/compliance/reports/${this.reportId}`);
      this.failure = null;
      if (this.report.status === 'running' && session.can('jobs:read')) {
        this.run = await get<Run>(`/api/jobs/runs/${this.report.run_id}`);
        if (!isOver(this.run)) {
          await followRun(this.report.run_id, signal, (run) => (this.run = run), () => {});
          this.report = await get<Report>(`/api/compliance/reports/${this.reportId}`);
        }
      }
      if (this.report.status === 'completed') {
        this.document = await get<ReportDocument>(`/api/compliance/reports/${this.reportId}/document`);
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.failure = failure;
      }
    }
  }

  private async take(format: string): Promise<void> {
    await this.attempt(async () => {
      const extension = format === 'oscal' ? 'oscal.json' : format;
      const name = `${this.report!.framework.toLowerCase()}-${this.report!.from.slice(0, 10)}.${extension}`;
      const place = `/api/compliance/reports/${this.reportId}`;
      save(await download(format === 'json' ? `${place}/document` : `${place}/download?format=${format}`), name);
    });
  }

  private async removeIt(): Promise<void> {
    await this.attempt(async () => {
      await remove(`/api/compliance/reports/${this.reportId}`);
      router.go('compliance');
    });
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    this.refused = null;
    try {
      await what();
    } catch (failure) {
      this.refused = failure;
    }
  }
}
