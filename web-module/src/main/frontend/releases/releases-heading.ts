import {html, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {pageHeading} from '../components/parts.js';

const TABS = [
  {path: 'releases', label: 'Board'},
  {path: 'releases/all', label: 'All releases'},
] as const;

/** What the board and the list share. */
export function releasesHeading(open: (typeof TABS)[number]['path'], actions?: unknown): TemplateResult {
  return html`${pageHeading({
      title: 'Releases',
      lead: 'Changes on their way through the environments: each is tried before it goes on, and can be undone.',
      actions,
    })}
    <nav class="tabs" aria-label="Releases">
      ${TABS.map(
        (tab) => html`<a href=${address(tab.path)} aria-current=${tab.path === open ? 'page' : 'false'}>${tab.label}</a>`,
      )}
    </nav>`;
}
