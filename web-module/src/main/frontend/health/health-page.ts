import {html, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {clock, words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {badge, pageHeading, problemPanel, refusedPanel, skeletonRows, type Tone} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

const READ_EVERY_MILLIS = 10_000;

type Status = 'up' | 'warning' | 'down';

interface Use {
  readonly status: Status;
  readonly used_percent: number | null;
  readonly warning_percent: number;
}

interface Component {
  readonly status: Status;
  readonly latency_millis: number;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Report {
  readonly status: Status;
  readonly system: Readonly<Record<string, Use>>;
  readonly components: Readonly<Record<string, Component>>;
}

const TONES: Record<Status, Tone> = {up: 'good', warning: 'warn', down: 'bad'};
const HEADLINES: Record<Status, string> = {
  up: 'Everything works',
  warning: 'Something needs attention',
  down: 'Something is down',
};

/** How every part of the installation is, read again every ten seconds while the page is looked at. */
@customElement('fh-health')
export class HealthPage extends PlainElement {
  @state() private report: Report | null = null;
  @state() private failure: unknown = null;
  @state() private readAt = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('system:read')) {
      void this.read();
      this.timer = setInterval(() => document.visibilityState === 'visible' && void this.read(), READ_EVERY_MILLIS);
    }
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const heading = pageHeading({
      title: 'Health',
      lead: this.readAt === '' ? 'This installation, part by part.' : `This installation, part by part. Read at ${this.readAt}.`,
    });
    if (!session.can('system:read')) {
      return html`${heading}<section class="card">${refusedPanel('system:read')}</section>`;
    }
    if (this.failure !== null && this.report === null) {
      return html`${heading}<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    return html`${heading}${this.report === null
      ? html`<section class="card">${skeletonRows(6)}</section>`
      : this.parts(this.report)}`;
  }

  private parts(report: Report): TemplateResult {
    return html`<section class="card headline ${TONES[report.status]}" aria-label="Overall">
        <h2>${HEADLINES[report.status]}</h2>
        ${badge(report.status, TONES[report.status])}
      </section>
      <h2 class="section-title">This node</h2>
      <ul class="cards">
        ${Object.entries(report.system).map(([name, use]) => this.use(name, use))}
      </ul>
      <h2 class="section-title">Parts</h2>
      <ul class="cards">
        ${Object.entries(report.components).map(([name, part]) => this.component(name, part))}
      </ul>`;
  }

  private use(name: string, use: Use): TemplateResult {
    const title = name === 'cpu' ? 'Processor' : words(name);
    return html`<li class="card">
      <header><h3>${title}</h3>${badge(use.status, TONES[use.status])}</header>
      ${use.used_percent === null
        ? html`<p class="muted">The platform does not tell.</p>`
        : html`<p class="big-number">${Math.round(use.used_percent)}<small>%</small></p>
            <meter
              min="0"
              max="100"
              high=${use.warning_percent}
              optimum="0"
              value=${use.used_percent}
              aria-label="${title} in use"
            ></meter>
            <p class="muted">Warns at ${Math.round(use.warning_percent)} %</p>`}
    </li>`;
  }

  private component(name: string, part: Component): TemplateResult {
    const details = Object.entries(part.details);
    return html`<li class="card">
      <header><h3>${words(name)}</h3>${badge(part.status, TONES[part.status])}</header>
      <dl class="facts">
        <div><dt>Answered in</dt><dd>${part.latency_millis} ms</dd></div>
        ${details.map(([key, value]) => html`<div><dt>${words(key)}</dt><dd>${String(value)}</dd></div>`)}
      </dl>
    </li>`;
  }

  private async read(): Promise<void> {
    try {
      this.report = await get<Report>('/api/health/detailed');
      this.readAt = clock(new Date().toISOString());
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
