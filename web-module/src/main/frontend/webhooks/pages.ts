import {html} from 'lit';
import type {DashboardPage} from '../shell/pages.js';
import './deliveries-page.js';
import './endpoints-page.js';
import './event-types-page.js';
import './replays-page.js';

const PERMISSION = 'webhooks:read';

/** The pages about webhooks; a portal has these and no others. */
export const WEBHOOK_PAGES: readonly DashboardPage[] = [
  {
    path: 'webhooks/deliveries',
    title: 'Webhook deliveries',
    permission: PERMISSION,
    render: (rest) => html`<fh-webhook-deliveries .rest=${rest}></fh-webhook-deliveries>`,
  },
  {
    path: 'webhooks/replays',
    title: 'Webhook replays',
    permission: PERMISSION,
    render: (rest) => html`<fh-webhook-replays .rest=${rest}></fh-webhook-replays>`,
  },
  {
    path: 'webhooks/event-types',
    title: 'Webhook event types',
    permission: PERMISSION,
    render: (rest) => html`<fh-webhook-event-types .rest=${rest}></fh-webhook-event-types>`,
  },
  {
    path: 'webhooks',
    title: 'Webhooks',
    icon: 'webhooks',
    group: 'Delivery',
    permission: PERMISSION,
    render: (rest) => html`<fh-webhooks .rest=${rest}></fh-webhooks>`,
  },
];
