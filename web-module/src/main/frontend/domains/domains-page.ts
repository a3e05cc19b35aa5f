import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, when} from '../components/parts.js';
import {type Domain, stateOf} from './domain.js';
import './domain-drawer.js';
import './domain-form.js';

/** The domains that lead to the tenant; for those who operate the platform, of all tenants. */
@customElement('fh-domains')
export class DomainsPage extends ListPage<Domain> {
  protected readonly source = '/api/admin/domains';
  protected readonly name = 'Domains';

  protected readonly columns: readonly Column<Domain>[] = [
    {
      title: 'Domain',
      cell: (domain) => html`<a class="titled" href=${address(`domains/${domain.id}`, router.query)}><strong>${domain.domain}</strong></a>`,
      csv: (domain) => domain.domain,
    },
    {
      title: 'Status',
      cell: (domain) => {
        const {text, tone} = stateOf(domain);
        return badge(text, tone);
      },
      csv: (domain) => domain.status,
    },
    ...(session.inPlatform ? [{title: 'Tenant', cell: (domain: Domain) => domain.tenant_slug}] : []),
    {title: 'Looked at', spare: true, cell: (domain) => when(domain.checked_at), csv: (domain) => domain.checked_at},
    {title: 'Added', sort: 'created_at', spare: true, cell: (domain) => when(domain.created_at), csv: (domain) => domain.created_at},
  ];

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Domains',
      lead: 'Names of your own under which the tenant is reached, each proved by a record in DNS.',
      actions: session.can('domains:write')
        ? html`<a class="button primary" href=${address('domains/new', router.query)}>${icon('plus')}Add domain</a>`
        : nothing,
    });
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'domain', label: 'Whole name'})} ${filter({name: 'status', label: 'Status', options: ['pending', 'verified']})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No domain is like that', 'Take a filter away to see more domains.')
      : emptyState('domains', 'There are no domains yet', 'Add one, put its record into DNS, and have it verified: then it leads to this tenant.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    const close = (): void => router.go('domains', router.query);
    const changed = (): void => void this.reload();
    if (id === undefined) {
      return nothing;
    }
    return id === 'new'
      ? html`<fh-domain-form .closed=${close} @saved=${changed}></fh-domain-form>`
      : html`<fh-domain-drawer .domainId=${id} .closed=${close} @changed=${changed}></fh-domain-drawer>`;
  }
}
