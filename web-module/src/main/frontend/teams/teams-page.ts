import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {emptyState, pageHeading, when} from '../components/parts.js';
import '../people/person-name.js';
import './team-drawer.js';
import './team-form.js';
import type {Team} from './team.js';

/** The teams of the tenant. */
@customElement('fh-teams')
export class TeamsPage extends ListPage<Team> {
  protected readonly source = '/api/teams';
  protected readonly name = 'Teams';

  protected readonly columns: readonly Column<Team>[] = [
    {
      title: 'Team',
      sort: 'name',
      cell: (team) =>
        html`<a class="titled" href=${address(`teams/${team.id}`, router.query)}>
          <strong>${team.name}</strong><small>${team.description ?? ''}</small>
        </a>`,
      csv: (team) => team.name,
    },
    {title: 'Department', cell: (team) => team.department ?? '–', csv: (team) => team.department},
    {
      title: 'Manager',
      cell: (team) => (team.manager_id === null ? '–' : html`<fh-person-name .userId=${team.manager_id}></fh-person-name>`),
      csv: (team) => team.manager_id,
    },
    {title: 'Made', sort: 'created_at', spare: true, cell: (team) => when(team.created_at), csv: (team) => team.created_at},
  ];

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Teams',
      lead: 'People who work together. A project with a team is seen by its members.',
      actions: session.can('teams:write')
        ? html`<a class="button primary" href=${address('teams/new', router.query)}>${icon('plus')}New team</a>`
        : nothing,
    });
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'name', label: 'Whole name'})} ${filter({name: 'department', label: 'Department'})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No team is like that', 'Take a filter away to see more teams.')
      : emptyState('teams', 'There are no teams yet', 'A team gives its members sight of the projects that it owns.');
  }

  protected override overlay(): unknown {
    const [id, mode] = this.rest;
    const close = (): void => router.go('teams', router.query);
    const saved = (): void => void this.reload();
    if (id === undefined) {
      return nothing;
    }
    if (id === 'new') {
      return html`<fh-team-form .closed=${close} @saved=${saved}></fh-team-form>`;
    }
    return mode === 'edit'
      ? html`<fh-team-form .teamId=${id} .closed=${close} @saved=${saved}></fh-team-form>`
      : html`<fh-team-drawer .teamId=${id} .closed=${close} @saved=${saved}></fh-team-drawer>`;
  }
}
