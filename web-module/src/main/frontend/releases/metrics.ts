import {html, nothing, type TemplateResult} from 'lit';
import {share, span} from '../platform/format.js';

/** The four figures of delivery in a number of days; null where nothing happened that could be measured. */
export interface Metrics {
  readonly days: number;
  readonly deployments: number;
  readonly deployments_per_day: number;
  readonly lead_time_seconds: number | null;
  readonly change_failure_rate: number | null;
  readonly time_to_restore_seconds: number | null;
}

export function metricsOf(metrics: Metrics | null | undefined): TemplateResult | typeof nothing {
  if (metrics === null || metrics === undefined) {
    return nothing;
  }
  return html`<dl class="delivery" aria-label="Delivery in ${metrics.days} days">
    <div><dt>Deployments</dt><dd>${metrics.deployments}</dd></div>
    <div><dt>Lead time</dt><dd>${span(metrics.lead_time_seconds)}</dd></div>
    <div><dt>Failed</dt><dd>${share(metrics.change_failure_rate)}</dd></div>
    <div><dt>To restore</dt><dd>${span(metrics.time_to_restore_seconds)}</dd></div>
  </dl>`;
}
