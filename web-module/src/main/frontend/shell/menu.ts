import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {chooseTheme, theme, themes} from '../platform/theme.js';
import {icon} from '../components/icon.js';
import {avatar} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {signOut} from './commands.js';
import {openPalette} from './palette.js';
import {PAGES, reachable} from './pages.js';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const GROUPS = ['Work', 'Delivery', 'Organisation', 'Operations'] as const;

/** The way to every page, the tenant, and the person. */
@customElement('fh-menu')
export class Menu extends PlainElement {
  /** The path of the page that is open. */
  @property({attribute: false}) path = '';

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.changed);
    themes.addEventListener('change', this.changed);
  }

  override disconnectedCallback(): void {
    session.removeEventListener('change', this.changed);
    themes.removeEventListener('change', this.changed);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const dark = theme() === 'dark';
    return html`<aside class="menu">
      <a class="brand" href=${address('overview')}><img src="/admin/icon.svg" alt="" width="28" height="28" />Freehold</a>
      ${this.tenant()}
      <button class="jump" type="button" aria-keyshortcuts="Control+K Meta+K" @click=${openPalette}>
        ${icon('search')}<span>Jump to…</span><kbd aria-hidden="true">${MAC ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <nav aria-label="Main">${GROUPS.map((group) => this.group(group))}</nav>
      <div class="who">
        ${avatar(session.person?.name ?? '')}
        <span class="who-name"><strong>${session.person?.name}</strong><small>${session.roles.join(', ').replaceAll('_', ' ')}</small></span>
        <button class="icon-button" type="button" aria-pressed=${dark ? 'true' : 'false'} aria-label="Dark mode" @click=${this.toggleTheme}>
          ${icon(dark ? 'sun' : 'moon')}
        </button>
        <button class="icon-button" type="button" aria-label="Sign out" @click=${() => void signOut()}>${icon('out')}</button>
      </div>
    </aside>`;
  }

  private tenant(): TemplateResult {
    return html`<div class="tenant">
      <label for="tenant">Tenant</label>
      <select id="tenant" @change=${this.enter}>
        ${session.tenants.map(
          (home) => html`<option value=${home.slug} .selected=${live(home.slug === session.tenant)}>${home.name}</option>`,
        )}
      </select>
    </div>`;
  }

  private group(group: (typeof GROUPS)[number]): TemplateResult | typeof nothing {
    const pages = PAGES.filter((page) => page.group === group && reachable(page));
    if (pages.length === 0) {
      return nothing;
    }
    return html`<h2>${group}</h2>
      <ul>
        ${pages.map(
          (page) =>
            html`<li>
              <a href=${address(page.path)} aria-current=${this.path.split('/')[0] === page.path ? 'page' : nothing}>
                ${icon(page.icon!)}${page.title}
              </a>
            </li>`,
        )}
      </ul>`;
  }

  private changed = (): void => this.requestUpdate();

  private enter = async (event: Event): Promise<void> => {
    await session.enter((event.target as HTMLSelectElement).value);
    router.go(this.path === '' ? 'overview' : this.path);
  };

  private toggleTheme = (): void => {
    chooseTheme(theme() === 'dark' ? 'light' : 'dark');
  };
}
