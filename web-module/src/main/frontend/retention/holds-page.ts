import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import '../people/person-name.js';
import {type Hold, retentionHeading, scopeOf} from './retention.js';
import './hold-form.js';
import './hold-release.js';

/** What must not be deleted, and who said so. */
@customElement('fh-legal-holds')
export class HoldsPage extends ListPage<Hold> {
  protected readonly source = '/api/compliance/holds';
  protected readonly name = 'Legal holds';

  protected readonly columns: readonly Column<Hold>[] = [
    {
      title: 'Hold',
      cell: (hold) => html`<strong>${hold.name}</strong> <small class="muted">${hold.reason}</small>`,
      csv: (hold) => hold.name,
    },
    {title: 'Covers', cell: (hold) => scopeOf(hold)},
    {
      title: 'State',
      cell: (hold) => (hold.active ? badge('active', 'warn') : badge('released', 'calm')),
      csv: (hold) => (hold.active ? 'active' : 'released'),
    },
    {title: 'Placed by', spare: true, cell: (hold) => html`<fh-person-name .userId=${hold.placed_by}></fh-person-name>`, csv: (hold) => hold.placed_by},
    {title: 'Placed', sort: 'placed_at', spare: true, cell: (hold) => when(hold.placed_at), csv: (hold) => hold.placed_at},
    {
      title: 'Release',
      silent: true,
      cell: (hold) =>
        hold.active && session.can('compliance:admin')
          ? html`<a class="button" href=${address(`retention/holds/${hold.id}`, router.query)} aria-label="Release ${hold.name}">Release</a>`
          : when(hold.released_at),
    },
  ];

  protected heading(): TemplateResult {
    return retentionHeading(
      'retention/holds',
      session.can('compliance:write')
        ? html`<a class="button primary" href=${address('retention/holds/new', router.query)}>${icon('plus')}New hold</a>`
        : nothing,
    );
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'active', label: 'Active', options: ['true', 'false']})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No hold is like that', 'Take a filter away to see more holds.')
      : emptyState('lock', 'Nothing is held', 'A legal hold keeps what it covers, whatever a policy says, until a second person releases it.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const close = (): void => router.go('retention/holds', router.query);
    const changed = (): void => void this.reload();
    if (id === 'new') {
      return html`<fh-hold-form .closed=${close} @saved=${changed}></fh-hold-form>`;
    }
    const hold = this.page?.items.find((one) => one.id === id && one.active);
    return hold === undefined ? nothing : html`<fh-hold-release .hold=${hold} .closed=${close} @saved=${changed}></fh-hold-release>`;
  }
}
