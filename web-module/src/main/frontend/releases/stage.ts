import {html, nothing, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, when} from '../components/parts.js';
import {driftTone, driftWords, policyWords} from '../environments/environment.js';
import {type Board, nextOf, type Place} from './board.js';
import {figuresOf, type Metrics} from './metrics.js';
import {countdown, type Deployment, deploymentTone, isAtWork, isOpen, soak} from './release.js';

/** One column of the board. */
export function stageOf(board: Board, metrics: Metrics, index: number, now: number): TemplateResult {
  const {environment, live, pending} = board.environments[index]!;
  const next = nextOf(board, index);
  return html`<li class="stage-of-release" aria-label=${environment.name}>
    <header>
      <h2><a href=${address(`environments/${environment.id}`)}>${environment.name}</a></h2>
      ${badge(driftWords(environment.drift), driftTone(environment.drift))}
    </header>
    <p class="fine muted">${policyWords(environment.policy)}</p>
    <h3>In place</h3>
    ${live === null
      ? html`<p class="muted nothing-here">Nothing was released here yet.</p>`
      : card(live, environment, now, onward(live, next))}
    <h3>Wants in <span class="count">${pending.length}</span></h3>
    ${pending.length === 0
      ? html`<p class="muted nothing-here">Nothing waits.</p>`
      : html`<ul>${pending.map((one) => html`<li>${card(one, environment, now, nothing)}</li>`)}</ul>`}
    ${figuresOf(metrics, environment.id)}
  </li>`;
}

function onward(live: Deployment, next: Place | null): TemplateResult | typeof nothing {
  return next === null || !session.can('releases:write')
    ? nothing
    : html`<a class="button small" href=${address(`releases/${live.release_id}/prepare`, {environment: next.name})}>
        Prepare for ${next.name}${icon('right')}
      </a>`;
}

function card(deployment: Deployment, environment: Place, now: number, action: unknown): TemplateResult {
  const {findings_count: found, approvals} = deployment;
  return html`<article class="deployment">
    <p>
      <a href=${address(`releases/${deployment.release_id}`, {environment: environment.name})}>
        <strong>${deployment.version}</strong> <small>${deployment.release_id}</small>
      </a>
      ${badge(deployment.status, deploymentTone(deployment.status))}
    </p>
    ${soaking(deployment, environment, now)}
    ${isAtWork(deployment)
      ? html`<progress max=${deployment.steps.total} value=${deployment.steps.done} aria-label="Steps done"></progress>`
      : nothing}
    ${isOpen(deployment)
      ? html`<p class="badges">
          ${approvals.required === 0
            ? nothing
            : badge(`${approvals.given} of ${approvals.required} approvals`, approvals.given < approvals.required ? 'warn' : 'good')}
          ${found.error > 0 ? badge(`${found.error} to be solved`, 'bad') : nothing}
          ${found.warning > 0 ? badge(`${found.warning} ${found.warning === 1 ? 'warning' : 'warnings'}`, 'warn') : nothing}
        </p>`
      : nothing}
    <footer><small class="muted">${when(deployment.live_at ?? deployment.promoting_at ?? deployment.planned_at)}</small>${action}</footer>
  </article>`;
}

function soaking(deployment: Deployment, environment: Place, now: number): TemplateResult | typeof nothing {
  const soaked = soak(deployment, environment, now);
  return soaked === null
    ? nothing
    : html`<div class="soak">
        <progress max="1" value=${soaked.share} aria-label="Soak"></progress>
        <small>${soaked.left === 0 ? 'The soak is over in a moment' : `Soaks for ${countdown(soaked.left)} more`}</small>
      </div>`;
}
