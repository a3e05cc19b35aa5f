import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {startTheme} from '../platform/theme.js';
import {icon} from '../components/icon.js';
import {emptyState, problemPanel, refusedPanel} from '../components/parts.js';
import '../components/notice.js';
import {PlainElement} from '../components/plain-element.js';
import './menu.js';
import './palette.js';
import './sign-in.js';
import {type Opened, opened, reachable} from './pages.js';

/** The frame: whoever is not signed in sees the way in, everybody else the menu and a page. */
@customElement('fh-dashboard')
export class Dashboard extends PlainElement {
  @state() private starting = true;
  @state() private failure: unknown = null;
  @state() private menuOpen = false;
  private announced = '';

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
    session.addEventListener('change', this.follow);
    router.addEventListener('change', this.follow);
    void this.start();
  }

  override render(): TemplateResult {
    if (this.starting) {
      return html`<div class="starting" role="status" aria-label="Starting"><span></span></div>`;
    }
    if (this.failure !== null) {
      return html`<main class="alone">${problemPanel(this.failure, () => location.reload())}</main>`;
    }
    return session.signedIn ? this.frame(opened(router.path)) : html`<fh-sign-in></fh-sign-in>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const title = session.signedIn ? (opened(router.path)?.page.title ?? 'Not found') : 'Sign in';
    document.title = `${title} · Freehold`;
    if (this.announced !== '' && title !== this.announced) {
      // Whoever reads with a screen reader learns so that another page is open.
      this.querySelector<HTMLElement>('main h1')?.focus({preventScroll: true});
    }
    this.announced = title;
  }

  private frame(open: Opened | null): TemplateResult {
    return html`<a class="skip" href="#main">Skip to the content</a>
      <div class="frame ${this.menuOpen ? 'menu-open' : ''}">
        <fh-menu .path=${open?.page.path ?? ''}></fh-menu>
        <button class="veil" type="button" aria-label="Close the menu" ?hidden=${!this.menuOpen} @click=${this.toggle}></button>
        <div class="stage">
          <div class="topbar">
            <button
              class="icon-button burger"
              type="button"
              aria-label="Menu"
              aria-expanded=${this.menuOpen ? 'true' : 'false'}
              @click=${this.toggle}
            >
              ${icon('menu')}
            </button>
            <a class="brand" href=${address('overview')}>Freehold</a>
          </div>
          <main id="main" tabindex="-1">${this.page(open)}</main>
        </div>
      </div>
      <fh-palette></fh-palette>
      <fh-notices></fh-notices>`;
  }

  private page(open: Opened | null): TemplateResult {
    if (open === null) {
      return html`<h1 class="visually-hidden" tabindex="-1">Not found</h1>
        ${emptyState('search', 'There is no such page', 'The address may be old.', html`<a class="button" href=${address('overview')}>To the overview</a>`)}`;
    }
    const {page, rest} = open;
    if (page.permission !== undefined && !reachable(page)) {
      return html`<h1 class="visually-hidden" tabindex="-1">${page.title}</h1>
        <section class="card">${refusedPanel(page.permission)}</section>`;
    }
    // Another tenant is another page: nothing of the one before may stay.
    return html`${keyed(session.tenant, page.render(rest))}`;
  }

  private async start(): Promise<void> {
    try {
      await session.resume();
    } catch (failure) {
      this.failure = failure;
    }
    this.starting = false;
  }

  private toggle = (): void => {
    this.menuOpen = !this.menuOpen;
  };

  private follow = (): void => {
    this.menuOpen = false;
    this.requestUpdate();
  };
}
