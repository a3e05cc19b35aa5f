import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, when} from '../components/parts.js';
import {type Release, RELEASE_STATUSES, releaseTone} from './release.js';
import {releasesHeading} from './releases-heading.js';

/** The releases of one project, or all of them, the newest first. */
@customElement('fh-release-list')
export class ReleaseList extends ListPage<Release> {
  /** Whose releases; empty for all. */
  @property({attribute: false}) projectId = '';
  protected readonly name = 'Releases';

  protected get source(): string {
    return this.projectId === '' ? '/api/releases' : `/api/projects/${this.projectId}/releases`;
  }

  protected readonly columns: readonly Column<Release>[] = [
    {
      title: 'Release',
      cell: (release) =>
        html`<a class="titled" href=${address(`releases/${release.release_id}`)}>
          <strong>${release.version}</strong><small>${release.name ?? release.release_id}</small>
        </a>`,
      csv: (release) => release.release_id,
    },
    {title: 'Version', fileOnly: true, cell: ({version}) => version, csv: ({version}) => version},
    {title: 'Status', cell: (release) => badge(release.status, releaseTone(release.status)), csv: (release) => release.status},
    {
      title: 'Made',
      cell: (release) => when(release.created_at),
      csv: (release) => release.created_at,
    },
    {
      title: 'Elsewhere',
      spare: true,
      cell: (release) => (release.external ? badge('deployed elsewhere', 'calm') : nothing),
      csv: (release) => release.external,
    },
  ];

  protected heading(): TemplateResult {
    const prepare = session.can('releases:write')
      ? html`<a class="button primary" href=${address('releases/new', {project_id: this.projectId})}>${icon('plus')}Prepare a release</a>`
      : nothing;
    return this.projectId === '' ? releasesHeading('releases/all', prepare) : html`<p class="actions section-title">${prepare}</p>`;
  }

  protected filters(): TemplateResult {
    return filter({name: 'status', label: 'Status', options: RELEASE_STATUSES});
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No release is like that', 'Take a filter away to see more releases.')
      : emptyState('releases', 'Nothing was released yet', 'Prepare a bundle of changes for the first environment: it is planned and tried, and nothing is changed.');
  }
}
