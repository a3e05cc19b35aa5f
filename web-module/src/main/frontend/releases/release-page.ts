import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {badge, emptyState, pageHeading, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Environment} from '../environments/environment.js';
import {environmentsFor} from '../environments/environments.js';
import './decision-dialog.js';
import './deployment-view.js';
import './prepare-form.js';
import './promote-dialog.js';
import {type Deployment, deploymentTone, isAtWork, isInPlace, isOpen, type Release, releaseTone} from './release.js';
import './rollback-dialog.js';

/** One release: in each environment that it was planned for. */
@customElement('fh-release')
export class ReleasePage extends PlainElement {
  /** Its name or id, and what is open over the page. */
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private release: Release | null = null;
  @state() private deployments: readonly Deployment[] = [];
  @state() private environments: readonly Environment[] = [];
  @state() private failure: unknown = null;
  private shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener('change', this.turned);
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.turned);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rest') && this.shown !== this.reference) {
      this.shown = this.reference;
      this.release = null;
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {release} = this;
    const back = {href: address('releases'), label: 'Releases'};
    if (this.failure !== null) {
      return html`${pageHeading({title: 'Release', back})}
        <section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    if (release === null) {
      return html`${pageHeading({title: 'Release', back})}<section class="card">${skeletonRows(8)}</section>`;
    }
    return html`${pageHeading({
        title: `${release.version}${release.name === null ? '' : ` · ${release.name}`}`,
        lead: html`${badge(release.status, releaseTone(release.status))} <code>${release.release_id}</code>
          ${release.external ? badge('deployed elsewhere') : nothing}`,
        back,
        actions: this.actions(this.open),
      })}
      ${this.words(release)} ${this.places()} ${this.place()} ${this.overlay(release)}`;
  }

  private get reference(): string {
    return this.rest[0] ?? '';
  }

  /** The deployment that is looked at: in the environment of the address, else the last. */
  private get open(): Deployment | null {
    const wanted = router.query['environment'];
    const latest = this.latest;
    return latest.find(({environment}) => environment === wanted) ?? (wanted === undefined ? (latest.at(-1) ?? null) : null);
  }

  /** The last deployment in each environment, in the order of the environments. */
  private get latest(): readonly Deployment[] {
    const last = new Map<string, Deployment>();
    for (const one of [...this.deployments].sort((one, other) => one.planned_at.localeCompare(other.planned_at))) {
      last.set(one.environment_id, one);
    }
    const place = ({environment_id}: Deployment): number => this.environments.findIndex(({id}) => id === environment_id);
    return [...last.values()].sort((one, other) => place(one) - place(other));
  }

  private words(release: Release): TemplateResult | typeof nothing {
    const texts = [release.description, release.release_notes].filter((text) => text !== null);
    return texts.length === 0
      ? nothing
      : html`<section class="card about" aria-label="About this release">${texts.map((text) => html`<p>${text}</p>`)}</section>`;
  }

  private places(): TemplateResult | typeof nothing {
    return this.latest.length === 0
      ? nothing
      : html`<nav class="tabs" aria-label="Environments">
          ${this.latest.map(
            (one) =>
              html`<a href=${this.at('', one.environment)} aria-current=${one.id === this.open?.id ? 'page' : nothing}>
                ${one.environment} ${badge(one.status, deploymentTone(one.status))}
              </a>`,
          )}
        </nav>`;
  }

  private place(): TemplateResult {
    const {open} = this;
    if (open === null) {
      return html`<section class="card">
        ${emptyState('releases', 'It is not planned for this environment', 'Prepare it: it is planned against what the environment has, and tried on a copy.')}
      </section>`;
    }
    return html`<fh-deployment
      .deployment=${open}
      .environment=${this.environments.find(({id}) => id === open.environment_id) ?? null}
      @moved=${(event: CustomEvent<Deployment>) => this.moved(event.detail)}
    ></fh-deployment>`;
  }

  private actions(open: Deployment | null): TemplateResult {
    const link = (mode: string, kind: string, label: unknown): TemplateResult =>
      html`<a class="button ${kind}" href=${this.at(mode, open?.environment)}>${label}</a>`;
    const waits = open !== null && isOpen(open);
    return html`${session.can('releases:write') && this.environments.length > 0 && !this.release!.external
      ? link('prepare', '', 'Prepare for another environment')
      : nothing}
    ${waits && session.can('releases:approve') ? html`${link('reject', 'danger-quiet', 'Reject')}${link('approve', '', html`${icon('check')}Approve`)}` : nothing}
    ${waits && session.can('releases:promote') ? link('promote', 'primary', html`${icon('play')}Promote to ${open.environment}`) : nothing}
    ${open !== null && isInPlace(open) && session.can('releases:rollback')
      ? link('rollback', 'danger-quiet', html`${icon('restart')}Roll back`)
      : nothing}`;
  }

  private overlay(release: Release): unknown {
    const mode = this.rest[1];
    const {open} = this;
    const closed = (): void => router.go(`releases/${this.reference}`, router.query);
    if (mode === 'prepare' && this.environments.length > 0) {
      return html`<fh-prepare-form .release=${release} .environments=${this.environments} .closed=${closed} @saved=${() => void this.read()}></fh-prepare-form>`;
    }
    if (open === null || isAtWork(open)) {
      return nothing;
    }
    const done = (event: CustomEvent<Deployment | null>): void => (event.detail === null ? void this.read() : this.moved(event.detail));
    switch (mode) {
      case 'promote':
        return html`<fh-promote-dialog .deployment=${open} .closed=${closed} @done=${done}></fh-promote-dialog>`;
      case 'approve':
      case 'reject':
        return html`<fh-decision-dialog .deployment=${open} .decision=${mode} .closed=${closed} @done=${done}></fh-decision-dialog>`;
      case 'rollback':
        return html`<fh-rollback-dialog .deployment=${open} .closed=${closed} @done=${done}></fh-rollback-dialog>`;
      default:
        return nothing;
    }
  }

  private at(mode: string, environment: string | undefined): string {
    return address(`releases/${this.reference}${mode === '' ? '' : `/${mode}`}`, {environment: environment ?? ''});
  }

  private turned = (): void => this.requestUpdate();

  private moved(now: Deployment): void {
    this.deployments = [...this.deployments.filter(({id}) => id !== now.id), now];
    void this.readRelease();
  }

  private async readRelease(): Promise<void> {
    this.release = await get<Release>(`/api/releases/${this.reference}`);
  }

  private async read(): Promise<void> {
    try {
      await this.readRelease();
      const [deployments, environments] = await Promise.all([
        get<Page<Deployment>>(`/api/releases/${this.reference}/deployments`, {limit: 200}),
        session.can('environments:read')
          ? environmentsFor(this.release!.project_id)
          : Promise.resolve([]),
      ]);
      this.deployments = deployments.items;
      this.environments = environments;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
