import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {Parameters} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState} from '../components/parts.js';
import './event-type-drawer.js';
import type {EventType} from './webhook.js';
import {webhooksHeading} from './webhooks-heading.js';

/** What can be heard. */
@customElement('fh-webhook-event-types')
export class EventTypesPage extends ListPage<EventType & {readonly id?: string}> {
  protected readonly source = '/api/webhooks/event-types';
  protected readonly name = 'Event types';

  protected readonly columns: readonly Column<EventType>[] = [
    {
      title: 'Event',
      cell: (type) =>
        html`<a class="titled" href=${address(`webhooks/event-types/${type.type}`, router.query)}>
          <strong>${type.type}</strong><small>${type.description}</small>
        </a>`,
      csv: (type) => type.type,
    },
    {
      title: 'Origin',
      cell: ({origin}) => (origin === 'tenant' ? badge('own', 'info') : badge('product', 'calm')),
      csv: ({origin}) => origin,
    },
    {title: 'Version', numeric: true, spare: true, cell: ({version}) => version, csv: ({version}) => version},
    {title: 'Description', fileOnly: true, cell: ({description}) => description, csv: ({description}) => description},
  ];

  protected heading(): TemplateResult {
    return webhooksHeading('webhooks/event-types');
  }

  /** The list has one page, and takes no parameters. */
  protected override parameters(_query: Query): Parameters {
    return {limit: undefined};
  }

  protected filters(): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState('webhooks', 'There are no events', 'Name one of your own, then send messages of it.');
  }

  protected override overlay(): unknown {
    const [type] = this.rest;
    const close = (): void => router.go('webhooks/event-types', router.query);
    if (type === undefined) {
      return nothing;
    }
    const known = this.page?.items.find((one) => one.type === type) ?? null;
    return html`<fh-webhook-event-type .known=${known} .loaded=${this.page !== null} .closed=${close}></fh-webhook-event-type>`;
  }
}
