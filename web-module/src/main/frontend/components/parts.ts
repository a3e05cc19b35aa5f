import {html, nothing, type TemplateResult} from 'lit';
import {ApiProblem, isStale} from '../platform/api.js';
import {ago, exactMoment, initials, words} from '../platform/format.js';
import {icon, type IconName} from './icon.js';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';

export interface Heading {
  readonly title: string;
  readonly lead?: string | TemplateResult;
  readonly actions?: unknown;
  readonly back?: {readonly href: string; readonly label: string};
}

export function pageHeading({title, lead, actions, back}: Heading): TemplateResult {
  return html`<header class="page-heading">
    <div>
      ${back ? html`<a class="back" href=${back.href}>${icon('left')}${back.label}</a>` : nothing}
      <h1 tabindex="-1">${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
    </div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </header>`;
}

export function badge(text: string, tone: Tone = 'calm'): TemplateResult {
  return html`<span class="badge ${tone}">${words(text)}</span>`;
}

export function avatar(name: string): TemplateResult {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  return html`<span class="avatar hue-${hue}" aria-hidden="true">${initials(name)}</span>`;
}

/** A moment in words, exact on hovering. */
export function when(iso: string | null): TemplateResult {
  return iso === null
    ? html`<span class="muted">never</span>`
    : html`<time datetime=${iso} title=${exactMoment(iso)}>${ago(iso)}</time>`;
}

export function emptyState(picture: IconName, title: string, text: string, action?: unknown): TemplateResult {
  return html`<div class="empty">
    <span class="empty-picture">${icon(picture)}</span>
    <h2>${title}</h2>
    <p>${text}</p>
    ${action ?? nothing}
  </div>`;
}

export function skeletonRows(rows: number): TemplateResult {
  return html`<div class="skeleton" role="status" aria-label="Loading">
    ${Array.from({length: rows}, () => html`<span></span>`)}
  </div>`;
}

/** What went wrong, what helps, and the id that finds it in the logs. */
export function problemPanel(failure: unknown, retry?: () => void): TemplateResult {
  const problem = failure instanceof ApiProblem ? failure.problem : null;
  if (problem?.status === 403) {
    return refusedPanel(problem.permission);
  }
  return html`<div class="empty" role="alert">
    <span class="empty-picture bad">${icon('alert')}</span>
    <h2>${problem?.title ?? 'Something went wrong'}</h2>
    <p>${problem?.detail ?? String(failure)} ${problem?.hint ?? nothing}</p>
    ${retry ? html`<button class="button" type="button" @click=${retry}>Try again</button>` : nothing}
    ${problem?.request_id ? html`<p class="fine">Request <code>${problem.request_id}</code></p>` : nothing}
  </div>`;
}

export function refusedPanel(permission: string | undefined): TemplateResult {
  return html`<div class="empty" role="alert">
    <span class="empty-picture">${icon('lock')}</span>
    <h2>You may not see this</h2>
    <p>
      This needs the permission <code>${permission ?? 'unknown'}</code>. Ask an administrator of the tenant for a role
      that holds it.
    </p>
  </div>`;
}

/**
 * A short failure above a form.
 *
 * @param reload reads anew what somebody else has changed
 */
export function formProblem(failure: unknown, reload?: () => void): TemplateResult | typeof nothing {
  if (failure === null) {
    return nothing;
  }
  if (reload !== undefined && isStale(failure)) {
    return html`<div class="form-problem warn" role="alert">
      ${icon('alert')}<span>Somebody else changed this after you opened it, so your change was not saved.</span>
      <button class="button" type="button" @click=${reload}>Show their change</button>
    </div>`;
  }
  const problem = failure instanceof ApiProblem ? failure.problem : null;
  return html`<p class="form-problem" role="alert">
    ${icon('alert')}<span>${problem?.detail ?? String(failure)} ${problem?.hint ?? nothing}</span>
  </p>`;
}
