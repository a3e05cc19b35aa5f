import {html, nothing, type TemplateResult} from 'lit';
import {number} from '../platform/format.js';
import {isOver, type Run} from './job.js';

/** How far a run is; without a known end the bar only says that something moves. */
export function progressBar(run: Run): TemplateResult {
  const progress = run.progress;
  const percent = run.status === 'completed' ? 100 : (progress?.percent ?? null);
  return html`<div class="progress ${run.status}">
    <progress
      max="100"
      value=${percent ?? (isOver(run) ? 0 : nothing)}
      aria-label="Progress of the run"
    ></progress>
    <p>
      <span>${progress?.message ?? nothing}</span>
      <span class="numeric">${percent === null ? nothing : `${Math.round(percent)} %`}</span>
    </p>
    ${progress && progress.total !== null
      ? html`<p class="muted">${number(progress.done)} of ${number(progress.total)} ${progress.unit ?? ''}</p>`
      : nothing}
  </div>`;
}
