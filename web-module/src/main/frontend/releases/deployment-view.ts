import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {clock, moment} from '../platform/format.js';
import {session} from '../platform/session.js';
import {badge, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Environment} from '../environments/environment.js';
import '../people/person-name.js';
import {type Approval, approvalsOf} from './approvals.js';
import {followDeployment} from './deployment-stream.js';
import {findingsOf, proofOf, shortDigest, stepsOf} from './plan-view.js';
import {countdown, type Deployment, isAtRest, isOpen, type LogLine, type Plan, soak} from './release.js';

const TICK_MILLIS = 1_000;

/** A release in one environment: what it does there, what is known of it, and what happens. */
@customElement('fh-deployment')
export class DeploymentView extends PlainElement {
  @property({attribute: false}) deployment!: Deployment;
  @property({attribute: false}) environment: Environment | null = null;
  @state() private plan: Plan | null = null;
  @state() private approvals: readonly Approval[] = [];
  @state() private log: ReadonlyMap<string, LogLine> = new Map();
  @state() private failure: unknown = null;
  @state() private live = false;
  private following: AbortController | null = null;
  private ticking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = window.setInterval(() => this.requestUpdate(), TICK_MILLIS);
  }

  override disconnectedCallback(): void {
    clearInterval(this.ticking);
    this.following?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('deployment') as Deployment | undefined;
    if (!changed.has('deployment')) {
      return;
    }
    if (before?.id !== this.deployment.id) {
      void this.open();
    } else if (before.status !== this.deployment.status || before.approvals.given !== this.deployment.approvals.given) {
      void this.readApprovals();
      if (isAtRest(before) && !isAtRest(this.deployment)) {
        void this.follow();
      }
    }
  }

  override render(): TemplateResult {
    const {deployment} = this;
    return html`<div class="run-grid">
      <section class="card" aria-label="State">${this.standing()}</section>
      <section class="card" aria-labelledby="approvals-title">
        <h2 id="approvals-title">Approvals</h2>
        ${approvalsOf(deployment, this.approvals)}
      </section>
      ${this.deployment.promoting_at === null ? html`${this.planned()}${this.logCard()}` : html`${this.logCard()}${this.planned()}`}
    </div>`;
  }

  private standing(): TemplateResult {
    const {deployment} = this;
    const {failure, rollback, steps} = deployment;
    const soaking = this.environment === null ? null : soak(deployment, this.environment, Date.now());
    return html`<div class="progress ${deployment.status}">
        <progress max=${Math.max(1, steps.total)} value=${steps.done} aria-label="Steps done"></progress>
        <p><span>${steps.done} of ${steps.total} steps</span></p>
      </div>
      ${soaking === null ? nothing : html`<p>${badge('soaking', 'info')} ${countdown(soaking.left)} more</p>`}
      ${failure === null
        ? nothing
        : html`<p class="form-problem" role="alert">
            <span>${failure.message}${failure.step === null ? nothing : html` (step ${failure.step})`} <code>${failure.code}</code></span>
          </p>`}
      ${rollback === null
        ? nothing
        : html`<p>${badge(rollback.automatic ? 'undone by itself' : 'undone on demand', 'warn')} ${rollback.reason ?? nothing}</p>`}
      <dl class="facts">
        <div><dt>Planned</dt><dd>${moment(deployment.planned_at)} ${this.person(deployment.planned_by)}</dd></div>
        ${deployment.promoting_at === null
          ? nothing
          : html`<div><dt>Asked for</dt><dd>${moment(deployment.promoting_at)} ${this.person(deployment.requested_by)}</dd></div>`}
        ${this.at('Live', deployment.live_at)} ${this.at('Soaked', deployment.soaked_at)} ${this.at('Ended', deployment.ended_at)}
        <div><dt>Manifest</dt><dd><code title=${deployment.manifest_digest}>${shortDigest(deployment.manifest_digest)}</code></dd></div>
      </dl>`;
  }

  private at(name: string, time: string | null): TemplateResult | typeof nothing {
    return time === null ? nothing : html`<div><dt>${name}</dt><dd>${moment(time)}</dd></div>`;
  }

  private person(id: string | null): TemplateResult | typeof nothing {
    return id === null || !session.can('users:read') ? nothing : html`by <fh-person-name .userId=${id}></fh-person-name>`;
  }

  private logCard(): TemplateResult {
    return html`<section class="card log-card" aria-labelledby="log-title">
      <h2 id="log-title">Log <span class="live" role="status">${this.live ? html`<i aria-hidden="true"></i>Live` : nothing}</span></h2>
      ${this.logLines()}
    </section>`;
  }

  private planned(): TemplateResult {
    const {plan} = this;
    if (this.failure !== null) {
      return html`<section class="card log-card">${problemPanel(this.failure, () => void this.open())}</section>`;
    }
    if (plan === null) {
      return html`<section class="card log-card">${skeletonRows(4)}</section>`;
    }
    return html`<section class="card log-card" aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        ${findingsOf(plan.findings)}
      </section>
      <section class="card log-card" aria-labelledby="plan-title">
        <h2 id="plan-title">Plan</h2>
        ${stepsOf(plan.plan, isOpen(this.deployment) ? 0 : this.deployment.steps.done)}
      </section>
      <section class="card log-card" aria-labelledby="proof-title">
        <h2 id="proof-title">Dry run</h2>
        ${proofOf(plan.dry_run)}
      </section>`;
  }

  private logLines(): TemplateResult {
    if (this.log.size === 0) {
      return html`<p class="muted">Nothing was written yet.</p>`;
    }
    return html`<ol class="log" tabindex="0" aria-label="Lines of the log">
      ${[...this.log.values()].map(
        (line) =>
          html`<li class=${line.level}>
            <time datetime=${line.time}>${clock(line.time)}</time>
            <span>${line.level === 'info' ? nothing : badge(line.level, line.level === 'error' ? 'bad' : 'warn')}${line.message}</span>
          </li>`,
      )}
    </ol>`;
  }

  private get base(): string {
    return `/api/releases/${this.deployment.release}`;
  }

  private async open(): Promise<void> {
    this.following?.abort();
    const {deployment} = this;
    this.plan = null;
    this.log = new Map();
    const where = {environment: deployment.environment};
    try {
      const [plan, log] = await Promise.all([
        get<Plan>(`${this.base}/plan`, where),
        get<Page<LogLine>>(`${this.base}/log`, {...where, limit: 200}),
      ]);
      if (deployment.id !== this.deployment.id) {
        return;
      }
      this.plan = plan;
      this.log = new Map(log.items.map((line) => [line.id, line]));
      this.failure = null;
      await this.readApprovals();
      await this.follow();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async readApprovals(): Promise<void> {
    const page = await get<Page<Approval>>(`${this.base}/approvals`);
    this.approvals = page.items.filter((one) => one.deployment_id === this.deployment.id);
  }

  private async follow(): Promise<void> {
    this.following?.abort();
    if (isAtRest(this.deployment)) {
      return;
    }
    this.following = new AbortController();
    await followDeployment(this.deployment, this.following.signal, {
      state: (now) => this.dispatchEvent(new CustomEvent('moved', {detail: now})),
      line: (line) => (this.log = new Map([...this.log, [line.id, line]])),
      connected: (live) => (this.live = live),
    });
  }
}
