import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {Parameters} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState} from '../components/parts.js';
import './event-type-drawer.js';
import './event-type-form.js';
import type {EventType} from './webhook.js';
import {webhooksHeading} from './webhooks-heading.js';

/** No type is called so: it has no dot. */
const NEW = '_new';

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
    return webhooksHeading(
      'webhooks/event-types',
      session.can('webhooks:write')
        ? html`<a class="button primary" href=${address(`webhooks/event-types/${NEW}`, router.query)}>${icon('plus')}New event type</a>`
        : nothing,
    );
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
    const [type, view] = this.rest;
    const close = (): void => router.go('webhooks/event-types', router.query);
    const changed = (): void => void this.reload();
    if (type === undefined) {
      return nothing;
    }
    const known = this.page?.items.find((one) => one.type === type) ?? null;
    if (type === NEW || (view === 'edit' && known !== null)) {
      return html`<fh-webhook-event-type-form .known=${known} .closed=${close} @saved=${changed}></fh-webhook-event-type-form>`;
    }
    return html`<fh-webhook-event-type .known=${known} .loaded=${this.page !== null} .closed=${close} @changed=${changed}></fh-webhook-event-type>`;
  }
}
