import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {ApiProblem, post, useCredentials} from '../platform/api.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {startTheme} from '../platform/theme.js';
import '../components/notice.js';
import {emptyState, problemPanel, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {DashboardPage} from '../shell/pages.js';
import {WEBHOOK_PAGES} from '../webhooks/pages.js';
import {rememberedVisit, rememberVisit, tokenOfAddress, type Visit} from './visit.js';

/** The webhooks of a tenant, for whoever has a link. Nobody signs in here, and there is nothing else. */
@customElement('fh-portal')
export class Portal extends PlainElement {
  @state() private starting = true;
  @state() private visit: Visit | null = null;
  @state() private failure: unknown = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
    router.addEventListener('change', this.follow);
    addEventListener('freehold-visit-over', this.end);
    void this.start();
  }

  override render(): TemplateResult {
    if (this.starting) {
      return html`<div class="starting" role="status" aria-label="Starting"><span></span></div>`;
    }
    if (this.failure !== null) {
      return html`<main class="alone"><h1 class="visually-hidden">Webhooks</h1>${problemPanel(this.failure)}</main>`;
    }
    return this.visit === null ? over() : this.pages(this.visit);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    document.title = this.visit === null ? 'Webhooks' : (opened()?.page.title ?? 'Not found');
  }

  private pages(visit: Visit): TemplateResult {
    const open = opened();
    return html`<div class="portal">
        <main id="main" tabindex="-1">
          ${open === null
            ? html`<h1 class="visually-hidden">Not found</h1>
                ${emptyState('search', 'There is no such page', 'The address may be old.')}`
            : open.page.render(open.rest)}
        </main>
        <footer class="fine">
          ${visit.permissions.includes('webhooks:write') ? 'You can see and change these webhooks.' : 'You can see these webhooks, and change nothing.'} The
          link ends ${when(visit.expires_at)}.
        </footer>
      </div>
      <fh-notices></fh-notices>`;
  }

  private async start(): Promise<void> {
    const token = tokenOfAddress();
    try {
      const visit = token === null ? rememberedVisit() : await open(token);
      if (visit !== null) {
        session.visit(visit);
        rememberVisit(visit);
        clearTimeout(this.timer);
        this.timer = window.setTimeout(this.end, Date.parse(visit.expires_at) - Date.now());
      }
      this.visit = visit;
      this.failure = null;
    } catch (failure) {
      this.visit = null;
      this.failure = failure instanceof ApiProblem && failure.problem.status === 401 ? null : failure;
    }
    this.starting = false;
  }

  private end = (): void => {
    rememberVisit(null);
    this.visit = null;
  };

  /** Another link in the same tab opens anew. */
  private follow = (): void => {
    if (location.hash.length > 1) {
      this.starting = true;
      void this.start();
    }
    this.requestUpdate();
  };
}

/** Changes the token of a link for one that opens the webhooks. */
async function open(token: string): Promise<Visit> {
  useCredentials({tenant: null, token: async () => token});
  return post<Visit>('/api/webhooks/portal-sessions');
}

function over(): TemplateResult {
  return html`<main class="alone">
    <h1 class="visually-hidden">Webhooks</h1>
    ${emptyState('lock', 'This link is over', 'It was good for a while only. Go back to where you found it, and open it anew.')}
  </main>`;
}

function opened(): {readonly page: DashboardPage; readonly rest: readonly string[]} | null {
  const parts = (router.path === '' ? 'webhooks' : router.path).split('/');
  for (const page of WEBHOOK_PAGES) {
    const own = page.path.split('/');
    if (own.every((part, index) => part === parts[index])) {
      return {page, rest: parts.slice(own.length)};
    }
  }
  return null;
}
