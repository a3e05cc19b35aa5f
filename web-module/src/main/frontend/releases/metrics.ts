import {html, nothing, type TemplateResult} from 'lit';
import {share, span} from '../platform/format.js';

/** The four figures of delivery; null where nothing happened that could be measured. */
export interface Figures {
  readonly deployments: number;
  readonly deployments_per_day: number;
  readonly lead_time_seconds: number | null;
  readonly change_failure_rate: number | null;
  readonly time_to_restore_seconds: number | null;
}

/** The figures of a stretch of time, for each environment that had a deployment. */
export interface Metrics {
  readonly days: number;
  readonly environments: readonly {readonly environment_id: string; readonly figures: Figures}[];
}

/** How an environment is delivered to. */
export function figuresOf(metrics: Metrics, environmentId: string): TemplateResult | typeof nothing {
  const figures = metrics.environments.find((one) => one.environment_id === environmentId)?.figures;
  return figures === undefined
    ? nothing
    : html`<dl class="delivery">
        <div><dt>In ${metrics.days} days</dt><dd>${figures.deployments} ${figures.deployments === 1 ? 'deployment' : 'deployments'}</dd></div>
        <div><dt>Lead time</dt><dd>${span(figures.lead_time_seconds)}</dd></div>
        <div><dt>Failed</dt><dd>${share(figures.change_failure_rate)}</dd></div>
        <div><dt>Time to restore</dt><dd>${span(figures.time_to_restore_seconds)}</dd></div>
      </dl>`;
}
