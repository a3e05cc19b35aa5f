import {html, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {pageHeading} from '../components/parts.js';

const TABS = [
  {path: 'jobs', label: 'Jobs'},
  {path: 'jobs/runs', label: 'Runs'},
  {path: 'jobs/schedules', label: 'Schedules'},
] as const;

/** What the three pages about jobs share. */
export function jobsHeading(open: (typeof TABS)[number]['path'], actions?: unknown): TemplateResult {
  return html`${pageHeading({title: 'Jobs', lead: 'Work that takes longer than a request.', actions})}
    <nav class="tabs" aria-label="Jobs">
      ${TABS.map(
        (tab) => html`<a href=${address(tab.path)} aria-current=${tab.path === open ? 'page' : 'false'}>${tab.label}</a>`,
      )}
    </nav>`;
}
