import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {ApiProblem, get} from '../platform/api.js';
import {save} from '../platform/csv.js';
import {money, number, share, shortNumber, words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {dayBars} from '../components/chart.js';
import {icon, type IconName} from '../components/icon.js';
import {percentOf} from '../components/scale.js';
import {emptyState, pageHeading, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Analytics, barsOf, csvOf, headingOf, type PlatformFigures, type Series} from './analytics.js';

const DAYS = ['30', '90', '365'];
const DAY_MILLIS = 86_400_000;

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly icon: IconName;
}

/** The key figures of the tenant, or of the platform, and how they went. */
@customElement('fh-analytics')
export class AnalyticsPage extends PlainElement {
  @state() private analytics: Analytics | null = null;
  @state() private failure: unknown = null;
  private shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener('change', this.follow);
    this.follow();
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.follow);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`${pageHeading({
      title: 'Analytics',
      lead: 'The key figures now, and how they went day by day.',
      actions: this.analytics === null ? nothing : this.actions(this.analytics.history.series),
    })}${this.content()}`;
  }

  private get days(): string {
    const {days} = router.query;
    return DAYS.find((one) => one === days) ?? '30';
  }

  private actions(series: readonly Series[]): TemplateResult {
    return html`<div class="filter choice">
        <label for="analytics-days">Days</label>
        <select id="analytics-days" @change=${(event: Event) => router.narrow({days: (event.target as HTMLSelectElement).value})}>
          ${DAYS.map((one) => html`<option value=${one} .selected=${one === this.days}>${one}</option>`)}
        </select>
      </div>
      <button class="button" type="button" @click=${() => save(new Blob([csvOf(series)], {type: 'text/csv'}), 'analytics.csv')}>
        ${icon('download')}CSV
      </button>`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      const short = this.failure instanceof ApiProblem && this.failure.problem.code === 'plan_required';
      return html`<section class="card">
        ${problemPanel(this.failure, short ? undefined : () => void this.read())}
        ${short ? html`<p class="ask"><a class="button primary" href=${address('plan')}>Plan and usage</a></p>` : nothing}
      </section>`;
    }
    if (this.analytics === null) {
      return html`<section class="card">${skeletonRows(8)}</section>`;
    }
    const {platform, history} = this.analytics;
    const tiles = platform === null ? ofTenant(this.analytics) : ofPlatform(platform);
    const drawn = history.series.filter((series) => series.points.length > 0);
    return html`<ul class="cards tiles">
        ${tiles.map((tile) => tileOf(tile))}
      </ul>
      ${platform === null ? nothing : groups(platform)}
      ${drawn.length === 0
        ? html`<section class="card">
            ${emptyState('overview', 'No day was computed yet', 'The job analytics-rollup does it every night; an operator can start it at any time.')}
          </section>`
        : html`<div class="halves">${drawn.map((series) => chart(series))}</div>`}
      ${history.computed_at === null ? nothing : html`<p class="muted">Computed ${when(history.computed_at)}</p>`}`;
  }

  private follow = (): void => {
    if (this.shown !== this.days) {
      this.shown = this.days;
      void this.read();
    }
  };

  private async read(): Promise<void> {
    const from = new Date(Date.now() - (Number(this.days) - 1) * DAY_MILLIS).toISOString().slice(0, 10);
    try {
      this.analytics = await get<Analytics>('/api/admin/analytics', {from});
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function ofTenant({people, projects, budget, velocity, api, webhooks, delivery}: Analytics): Figure[] {
  const tiles: Figure[] = [];
  if (people !== null) {
    tiles.push({name: 'People', value: number(people.active_users), note: `of ${number(people.users)} active`, icon: 'people'});
  }
  if (projects !== null) {
    tiles.push({name: 'Projects', value: number(projects.total), note: `${number(projects.by_status['active'] ?? 0)} active`, icon: 'projects'});
  }
  if (velocity !== null) {
    tiles.push({name: 'Tasks done a week', value: number(velocity.completed_per_week), note: `${number(velocity.overdue)} overdue`, icon: 'tasks'});
  }
  if (budget !== null) {
    tiles.push({name: 'Budget', value: shortNumber(budget.allocated), note: `${percentOf(budget.actual, budget.allocated)} % spent`, icon: 'money'});
  }
  if (delivery !== null) {
    tiles.push({name: 'Deployments', value: number(delivery.deployments), note: `${share(delivery.change_failure_rate)} failed`, icon: 'releases'});
  }
  if (api !== null) {
    tiles.push({name: 'API calls this month', value: shortNumber(api.used), note: api.percent === null ? 'no limit' : `${api.percent} % of the plan`, icon: 'command'});
  }
  if (webhooks !== null) {
    const {delivered, success_rate} = webhooks.deliveries;
    tiles.push({name: 'Webhooks delivered', value: shortNumber(delivered), note: `${share(success_rate)} of all`, icon: 'upload'});
  }
  return tiles;
}

function ofPlatform({tenants, users, monthly_revenue, recent}: PlatformFigures): Figure[] {
  return [
    {name: 'Tenants', value: number(tenants.total), note: `${number(tenants.by_status['active'] ?? 0)} active`, icon: 'tenants'},
    {name: 'People', value: shortNumber(users), note: 'who can sign in', icon: 'people'},
    ...monthly_revenue.map((sum): Figure => ({name: 'Revenue a month', value: money(sum), note: 'from plans', icon: 'money'})),
    {name: 'Deployments', value: number(recent.deployments), note: `${number(recent.deployments_failed)} undone, in 30 days`, icon: 'releases'},
    {name: 'API calls', value: shortNumber(recent.api_calls), note: 'in 30 days', icon: 'command'},
    {name: 'Webhooks', value: share(recent.webhook_success_rate), note: 'delivered, in 30 days', icon: 'upload'},
  ];
}

function tileOf(tile: Figure): TemplateResult {
  return html`<li class="card tile">
    <span class="tile-name">${icon(tile.icon)}${tile.name}</span>
    <span class="big-number">${tile.value}</span>
    <span class="muted">${tile.note}</span>
  </li>`;
}

function groups({tenants}: PlatformFigures): TemplateResult {
  const kinds: [string, Readonly<Record<string, number>>][] = [
    ['Tenants by status', tenants.by_status],
    ['Tenants by tier', tenants.by_tier],
    ['Tenants by plan', tenants.by_plan],
  ];
  return html`<div class="thirds">
    ${kinds.map(
      ([title, counts]) => html`<section class="card" aria-label=${title}>
        <h2>${title}</h2>
        <dl class="facts">
          ${Object.entries(counts).map(([name, count]) => html`<div><dt>${words(name)}</dt><dd>${number(count)}</dd></div>`)}
        </dl>
      </section>`,
    )}
  </div>`;
}

function chart(series: Series): TemplateResult {
  const title = headingOf(series);
  return html`<section class="card" aria-label=${title}>
    <h2>${title}</h2>
    ${dayBars(title, barsOf(series))}
  </section>`;
}
