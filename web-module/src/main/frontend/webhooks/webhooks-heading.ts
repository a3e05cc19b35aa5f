import {html, type TemplateResult} from 'lit';
import {address} from '../platform/address.js';
import {pageHeading} from '../components/parts.js';

const TABS = [
  {path: 'webhooks', label: 'Endpoints'},
  {path: 'webhooks/deliveries', label: 'Deliveries'},
  {path: 'webhooks/replays', label: 'Replays'},
  {path: 'webhooks/event-types', label: 'Event types'},
] as const;

/** What the pages about webhooks share. */
export function webhooksHeading(open: (typeof TABS)[number]['path'], actions?: unknown): TemplateResult {
  return html`${pageHeading({
      title: 'Webhooks',
      lead: 'Your own systems hear what happens here, signed, and again until they have it.',
      actions,
    })}
    <nav class="tabs" aria-label="Webhooks">
      ${TABS.map(
        (tab) => html`<a href=${address(tab.path)} aria-current=${tab.path === open ? 'page' : 'false'}>${tab.label}</a>`,
      )}
    </nav>`;
}
