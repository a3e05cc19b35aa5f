import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {emptyState, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Project} from '../projects/project.js';
import {type Board, pauseOf, readBoard, readMetrics} from './board.js';
import type {Metrics} from './metrics.js';
import {stageOf} from './stage.js';
import './prepare-form.js';
import {releasesHeading} from './releases-heading.js';

const TICK_MILLIS = 1_000;

/** The environments side by side: what each has, and what wants in. */
@customElement('fh-releases')
export class ReleasesPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private board: Board | null = null;
  @state() private metrics: Metrics | null = null;
  @state() private projects: readonly Project[] = [];
  @state() private failure: unknown = null;
  private reading: AbortController | null = null;
  private next = 0;
  private ticking = 0;
  private shown: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener('change', this.follow);
    // The soaks count down.
    this.ticking = window.setInterval(() => this.requestUpdate(), TICK_MILLIS);
    if (session.can('projects:read')) {
      void get<Page<Project>>('/api/projects', {limit: 200, sort: 'name'})
        .then((page) => (this.projects = page.items))
        .catch((failure: unknown) => (this.failure = failure));
    }
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.follow);
    clearInterval(this.ticking);
    clearTimeout(this.next);
    this.reading?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rest')) {
      this.follow();
    }
  }

  override render(): TemplateResult {
    return html`${releasesHeading(
        'releases',
        session.can('releases:write')
          ? html`<a class="button primary" href=${address('releases/new', router.query)}>${icon('plus')}Prepare a release</a>`
          : nothing,
      )}
      ${this.whose()} ${this.content()}
      ${this.rest[0] === 'new'
        ? html`<fh-prepare-form
            .environments=${this.board?.environments.map(({environment}) => environment) ?? []}
            .projectId=${this.project}
            .closed=${() => router.go('releases', this.project === '' ? {} : {project_id: this.project})}
          ></fh-prepare-form>`
        : nothing}`;
  }

  private get project(): string {
    return router.query['project_id'] ?? '';
  }

  private whose(): TemplateResult | typeof nothing {
    if (this.projects.length === 0) {
      return nothing;
    }
    return html`<div class="card filters-card">
      <div class="filter search">
        <label for="board-project">Environments of</label>
        <select id="board-project" @change=${(event: Event) => router.narrow({project_id: (event.target as HTMLSelectElement).value})}>
          <option value="" .selected=${this.project === ''}>The whole tenant</option>
          ${this.projects.map((one) => html`<option value=${one.id} .selected=${one.id === this.project}>${one.name}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (this.board === null || this.metrics === null) {
      return html`<section class="card">${skeletonRows(6)}</section>`;
    }
    if (this.board.environments.length === 0) {
      return html`<section class="card">
        ${emptyState(
          'releases',
          'It has no environments of its own',
          'A project without environments is released through those of the tenant.',
          session.can('environments:admin')
            ? html`<a class="button" href=${address('environments/new')}>New environment</a>`
            : nothing,
        )}
      </section>`;
    }
    const now = Date.now();
    return html`<ol class="stages" aria-label="Environments in their order">
      ${this.board.environments.map((_stage, index) => stageOf(this.board!, this.metrics!, index, now))}
    </ol>`;
  }

  private follow = (): void => {
    if (this.shown !== this.project) {
      this.shown = this.project;
      this.board = null;
      void this.read();
    }
    this.requestUpdate();
  };

  private async read(): Promise<void> {
    clearTimeout(this.next);
    this.reading?.abort();
    this.reading = new AbortController();
    const {signal} = this.reading;
    try {
      [this.board, this.metrics] = await Promise.all([readBoard(this.project, signal), readMetrics(this.project, signal)]);
      this.failure = null;
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      this.failure = failure;
      return;
    }
    this.next = window.setTimeout(() => void this.read(), pauseOf(this.board));
  }
}
