import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {Parameters} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, when} from '../components/parts.js';
import {driftTone, driftWords, type Environment, policyWords} from './environment.js';
import './environment-form.js';

/** The environments that releases go through. */
@customElement('fh-environments')
export class EnvironmentsPage extends ListPage<Environment> {
  protected readonly source = '/api/environments';
  protected readonly name = 'Environments';

  protected readonly columns: readonly Column<Environment>[] = [
    {
      title: 'Environment',
      sort: 'name',
      cell: (environment) =>
        html`<a class="titled" href=${address(`environments/${environment.id}`)}>
          <strong>${environment.name}</strong><small>${environment.url ?? ''}</small>
        </a>`,
      csv: ({name}) => name,
    },
    {title: 'Place', sort: 'position', numeric: true, cell: ({position}) => position, csv: ({position}) => position},
    {title: 'Asks for', cell: ({policy}) => policyWords(policy), csv: ({policy}) => policyWords(policy)},
    {
      title: 'State',
      cell: ({drift}) => badge(driftWords(drift.state), driftTone(drift.state)),
      csv: ({drift}) => drift.state,
    },
    {
      title: 'Of',
      spare: true,
      cell: ({project_id}) => (project_id === null ? 'The tenant' : html`<a href=${address(`projects/${project_id}`)}>A project</a>`),
      csv: ({project_id}) => project_id,
    },
    {title: 'Database', spare: true, cell: ({target}) => (target.kind === 'managed' ? 'here' : 'outside'), csv: ({target}) => target.kind},
    {title: 'Deployed', spare: true, cell: ({deployed_at}) => when(deployed_at), csv: ({deployed_at}) => deployed_at},
    {title: 'URL', fileOnly: true, cell: ({url}) => url, csv: ({url}) => url},
  ];

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Environments',
      lead: 'Where releases go, one after the other, and what each asks of them.',
      actions: session.can('environments:admin')
        ? html`<a class="button primary" href=${address('environments/new', router.query)}>${icon('plus')}New environment</a>`
        : nothing,
    });
  }

  protected override parameters(query: Query): Parameters {
    return {sort: 'position', ...query};
  }

  protected filters(_query: Query): unknown {
    return nothing;
  }

  protected empty(): TemplateResult {
    return emptyState('environments', 'There are no environments', 'Every tenant begins with dev, staging and production.');
  }

  protected override overlay(): unknown {
    return this.rest[0] === 'new'
      ? html`<fh-environment-form .closed=${() => router.go('environments')} @saved=${() => void this.reload()}></fh-environment-form>`
      : nothing;
  }
}
