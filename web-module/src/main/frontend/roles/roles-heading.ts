import {html, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {pageHeading} from '../components/parts.js';

const TABS = [
  {path: 'roles', label: 'Matrix'},
  {path: 'roles/assignments', label: 'Assignments'},
] as const;

/** What the pages about roles share. */
export function rolesHeading(open: (typeof TABS)[number]['path'], actions?: unknown): TemplateResult {
  return html`${pageHeading({title: 'Roles', lead: 'What each role may do, and who holds one beside their own.', actions})}
    <nav class="tabs" aria-label="Roles">
      ${TABS.map(
        (tab) => html`<a href=${address(tab.path)} aria-current=${tab.path === open ? 'page' : 'false'}>${tab.label}</a>`,
      )}
    </nav>`;
}
