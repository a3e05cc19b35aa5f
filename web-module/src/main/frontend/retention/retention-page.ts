import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address, type Query} from '../platform/address.js';
import type {Parameters} from '../platform/api.js';
import {number, words} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {type Policy, retentionHeading} from './retention.js';
import './policy-form.js';

/** The classes of data, and for how long each is kept. */
@customElement('fh-retention')
export class RetentionPage extends ListPage<Policy> {
  protected readonly source = '/api/compliance/retention';
  protected readonly name = 'Retention policies';

  protected readonly columns: readonly Column<Policy>[] = [
    {
      title: 'Data',
      cell: (policy) =>
        html`<a class="titled" href=${address(`retention/${policy.data_class}`)}><strong>${words(policy.data_class)}</strong></a>
          <small class="muted">${policy.description}</small>`,
      csv: (policy) => policy.data_class,
    },
    {title: 'Days', numeric: true, cell: (policy) => number(policy.days), csv: (policy) => policy.days},
    {
      title: 'Set by',
      cell: (policy) => (policy.custom ? badge('this company', 'info') : badge('default', 'calm')),
      csv: (policy) => (policy.custom ? 'custom' : 'default'),
    },
    {
      title: 'Removal',
      spare: true,
      cell: (policy) => `${policy.archived ? 'archived first' : 'without an archive'}${policy.requires_approval ? ', when approved' : ''}`,
    },
    {
      title: 'Notes',
      cell: (policy) => (policy.warnings.length === 0 ? '–' : badge(`${policy.warnings.length} to think of`, 'warn')),
      csv: (policy) => policy.warnings.join(' '),
    },
    {title: 'Changed', spare: true, cell: (policy) => when(policy.updated_at), csv: (policy) => policy.updated_at},
  ];

  /** The API tells all classes at once. */
  protected override parameters(query: Query): Parameters {
    return {...query, limit: null};
  }

  protected heading(): TemplateResult {
    return retentionHeading('retention');
  }

  protected filters(): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState('audit', 'Nothing expires', 'No class of data has a retention.');
  }

  protected override overlay(): unknown {
    const policy = this.page?.items.find((one) => one.data_class === this.rest[0]);
    return policy === undefined
      ? nothing
      : html`<fh-retention-form
          .policy=${policy}
          .changing=${session.can('compliance:admin')}
          .closed=${() => router.go('retention')}
          @saved=${() => void this.reload()}
        ></fh-retention-form>`;
  }
}
