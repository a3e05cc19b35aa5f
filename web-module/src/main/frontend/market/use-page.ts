import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {ApiProblem, get, type Page} from '../platform/api.js';
import {words} from '../platform/format.js';
import {icon} from '../components/icon.js';
import {badge, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {isOver, type Run} from '../jobs/job.js';
import {progressBar} from '../jobs/progress.js';
import {followRun} from '../jobs/run-stream.js';
import './upgrade-card.js';
import {byKind, pageOf, type TemplateSummary, type Thing, type Use, useTone} from './template.js';

/** A tenant while it is made of a template, and what it has then. */
@customElement('fh-template-use')
export class TemplateUsePage extends PlainElement {
  @property() use = '';
  @state() private shown: Use | null = null;
  @state() private run: Run | null = null;
  @state() private runIsGone = false;
  @state() private newest: string | null = null;
  @state() private failure: unknown = null;
  private following: AbortController | null = null;

  override disconnectedCallback(): void {
    this.following?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('use')) {
      void this.open();
    }
  }

  override render(): TemplateResult {
    const use = this.shown;
    return html`${pageHeading({
      title: use?.tenant_slug ?? 'Tenant of a template',
      lead: use === null ? undefined : html`${badge(use.status, useTone(use.status))} ${use.template.id} ${use.template.version}`,
      back: {href: address('market'), label: 'Marketplace'},
    })}
    ${this.failure !== null
      ? html`<section class="card">${problemPanel(this.failure, () => void this.open())}</section>`
      : use === null
        ? html`<section class="card">${skeletonRows(6)}</section>`
        : this.body(use)}`;
  }

  private body(use: Use): TemplateResult {
    return html`${use.failure === null
        ? nothing
        : html`<p class="form-problem" role="alert">${icon('alert')}<span>What was made is undone: ${use.failure}</span></p>`}
      <div class="halves">
        <section class="card tile" aria-label="Progress">
          <h2>Progress</h2>
          ${this.runIsGone
            ? html`<p class="muted">The run is not kept any more.</p>`
            : html`${this.run === null ? skeletonRows(2) : progressBar(this.run)}
                <p><a href=${address(`jobs/runs/${use.run_id}`)}>The run and its log</a></p>`}
        </section>
        <section class="card tile" aria-label="Answers">
          <h2>Answers</h2>
          <dl class="facts">
            ${Object.entries(use.answers).map(
              ([name, value]) => html`<div><dt>${words(name)}</dt><dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>`,
            )}
          </dl>
        </section>
      </div>
      ${use.status === 'made' && this.newest !== null && this.newest !== use.template.version
        ? html`<fh-template-upgrade .use=${use.id} .version=${this.newest} .prepared=${isPrepared(use, this.newest)} @done=${() => void this.read()}></fh-template-upgrade>`
        : nothing}
      <section class="card" aria-label="What there is">
        <h2>What there is</h2>
        ${use.things.length === 0 ? html`<p class="muted">Nothing yet.</p>` : things(use)}
      </section>`;
  }

  private async open(): Promise<void> {
    this.following?.abort();
    this.following = new AbortController();
    const {signal} = this.following;
    try {
      await this.read();
      await this.follow(this.shown?.run_id ?? '', signal);
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** Runs are deleted when they are old; what they made is still shown. */
  private async follow(id: string, signal: AbortSignal): Promise<void> {
    const run = await get<Run>(`/api/jobs/runs/${id}`).catch((failure: unknown) => {
      if (failure instanceof ApiProblem && failure.problem.status === 404) {
        return null;
      }
      throw failure;
    });
    this.run = run;
    this.runIsGone = run === null;
    if (run === null) {
      return;
    }
    if (!isOver(run)) {
      await followRun(id, signal, (now) => (this.run = now), () => {});
    }
    if (!signal.aborted) {
      await this.read();
    }
  }

  private async read(): Promise<void> {
    const [use, templates] = await Promise.all([
      get<Use>(`/api/market/uses/${this.use}`),
      get<Page<TemplateSummary>>('/api/market/templates'),
    ]);
    this.newest = templates.items.find(({id}) => id === use.template.id)?.version ?? null;
    this.shown = use;
    this.failure = null;
  }
}

/** Whether a release that carries it is there, which is not in place yet. */
function isPrepared(use: Use, version: string): boolean {
  return use.things.some(({kind, key}) => kind === 'upgrade' && key.split(' ')[0] === version);
}

function things(use: Use): TemplateResult {
  return html`<dl class="facts">
    ${byKind(use.things).map(
      ([kind, all]) => html`<div>
        <dt>${words(kind)}</dt>
        <dd>${all.map((thing) => html`<span class="badges">${named(thing)} ${thing.outcome === 'made' ? nothing : badge(thing.outcome)}</span> `)}</dd>
      </div>`,
    )}
  </dl>`;
}

function named(thing: Thing): TemplateResult {
  const page = pageOf(thing);
  return page === null
    ? html`<span title=${thing.href}>${thing.key}</span>`
    : html`<a href=${address(page)}>${thing.key}</a>`;
}
