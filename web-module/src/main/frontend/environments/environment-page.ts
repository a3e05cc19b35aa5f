import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post} from '../platform/api.js';
import {address} from '../platform/address.js';
import {moment} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, emptyState, formProblem, pageHeading, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Deployment, deploymentTone} from '../releases/release.js';
import {differencesOf} from './differences.js';
import {type Drift, driftTone, driftWords, type Environment, freezeWords, minutes} from './environment.js';
import './environment-form.js';

/** One environment: what it asks for, whether it is as released, and what was deployed to it. */
@customElement('fh-environment')
export class EnvironmentPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private environment: Environment | null = null;
  @state() private history: readonly Deployment[] = [];
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;
  @state() private checking = false;
  private shown = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rest') && this.shown !== this.environmentId) {
      this.shown = this.environmentId;
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {environment} = this;
    const back = {href: address('environments'), label: 'Environments'};
    if (this.failure !== null) {
      return html`${pageHeading({title: 'Environment', back})}
        <section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (environment === null) {
      return html`${pageHeading({title: 'Environment', back})}<section class="card">${skeletonRows(6)}</section>`;
    }
    return html`${pageHeading({
        title: environment.name,
        lead: html`${badge(driftWords(environment.drift.state), driftTone(environment.drift.state))}
        ${environment.url === null ? nothing : html`<a href=${environment.url} rel="noreferrer" target="_blank">${environment.url}</a>`}`,
        back,
        actions: session.can('environments:admin')
          ? html`<a class="button primary" href=${address(`environments/${environment.id}/edit`)}>${icon('edit')}Edit</a>`
          : undefined,
      })}
      <div class="run-grid">
        <section class="card" aria-labelledby="drift-title">${this.drift(environment.drift)}</section>
        <section class="card" aria-labelledby="policy-title">${policy(environment)}</section>
        <section class="card log-card" aria-labelledby="history-title">
          <h2 id="history-title">Deployments</h2>
          ${this.deployments()}
        </section>
      </div>
      ${this.rest[1] === 'edit'
        ? html`<fh-environment-form
            .environment=${environment}
            .closed=${() => router.go(`environments/${environment.id}`)}
            @saved=${() => void this.read()}
          ></fh-environment-form>`
        : nothing}`;
  }

  private get environmentId(): string {
    return this.rest[0] ?? '';
  }

  private drift(drift: Drift): TemplateResult {
    return html`<header class="card-heading">
        <h2 id="drift-title">As released?</h2>
        ${session.can('environments:write')
          ? html`<button class="button" type="button" ?disabled=${this.checking} @click=${this.check}>${icon('restart')}Check now</button>`
          : nothing}
      </header>
      ${formProblem(this.refused)}
      <p role="status">
        ${this.checking
          ? 'Checking…'
          : html`${badge(driftWords(drift.state), driftTone(drift.state))}
            ${drift.checked_at === null ? 'Nobody has looked yet.' : html`checked ${when(drift.checked_at)}`}`}
      </p>
      ${drift.differences.length === 0
        ? nothing
        : html`<div class="table-scroll" tabindex="0" role="region" aria-label="Differences">${differencesOf(drift.differences)}</div>`}`;
  }

  private deployments(): TemplateResult {
    if (this.history.length === 0) {
      return emptyState('releases', 'Nothing was planned for it yet', 'Prepare a release for this environment, and it stands here.');
    }
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Deployments, table">
      <table>
        <thead>
          <tr>
            <th scope="col">Release</th><th scope="col">Status</th><th scope="col" class="spare">Planned</th><th scope="col">Live</th
            ><th scope="col" class="spare">Ended</th>
          </tr>
        </thead>
        <tbody>
          ${this.history.map(
            (one) =>
              html`<tr>
                <td>
                  <a class="titled" href=${address(`releases/${one.release_id}`, {environment: one.environment})}>
                    <strong>${one.version}</strong><small>${one.release_id}</small>
                  </a>
                </td>
                <td>${badge(one.status, deploymentTone(one.status))}</td>
                <td class="spare">${when(one.planned_at)}</td>
                <td>${one.live_at === null ? '–' : when(one.live_at)}</td>
                <td class="spare">${one.ended_at === null ? '–' : when(one.ended_at)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private check = async (): Promise<void> => {
    this.checking = true;
    try {
      await post<Drift>(`/api/environments/${this.environmentId}/drift`);
      this.refused = null;
      await this.read();
    } catch (failure) {
      this.refused = failure;
    }
    this.checking = false;
  };

  private async read(): Promise<void> {
    try {
      this.environment = await get<Environment>(`/api/environments/${this.environmentId}`);
      this.history = session.can('releases:read')
        ? (await get<Page<Deployment>>(`/api/environments/${this.environmentId}/deployments`, {limit: 50})).items
        : [];
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function policy({policy, health_url, target, fingerprint, deployed_at}: Environment): TemplateResult {
  return html`<h2 id="policy-title">What it asks for</h2>
    <dl class="facts">
      <div>
        <dt>Approvals</dt>
        <dd>${policy.approvals}${policy.allow_self_approval ? ', own releases included' : ', by others'}</dd>
      </div>
      <div><dt>Soak</dt><dd>${policy.soak_minutes === 0 ? 'None' : minutes(policy.soak_minutes)}</dd></div>
      <div>
        <dt>Frozen</dt>
        <dd>
          ${policy.freeze.length === 0
            ? 'Never'
            : html`<ul>${policy.freeze.map((freeze) => html`<li>${freezeWords(freeze, moment)}: ${freeze.reason}</li>`)}</ul>`}
        </dd>
      </div>
      <div><dt>Dropped is kept</dt><dd>${policy.tombstone_days} days</dd></div>
      <div><dt>Health</dt><dd>${health_url ?? 'Not asked'}</dd></div>
      <div><dt>Database</dt><dd>${target.kind === 'managed' ? 'A schema of this installation' : html`<code>${target.jdbc_url}</code>`}</dd></div>
      <div><dt>Deployed</dt><dd>${moment(deployed_at)}</dd></div>
      <div><dt>Fingerprint</dt><dd>${fingerprint === null ? '–' : html`<code>${fingerprint}</code>`}</dd></div>
    </dl>`;
}
