import {html, nothing, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {number} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {badge, emptyState, pageHeading, when} from '../components/parts.js';
import '../people/person-name.js';
import {PRIORITIES, priorityTone, type Project, PROJECT_STATUSES, projectTone, VISIBILITIES} from './project.js';
import './project-form.js';

/** The projects that the person may see. */
@customElement('fh-projects')
export class ProjectsPage extends ListPage<Project> {
  protected readonly source = '/api/projects';
  protected readonly name = 'Projects';

  protected readonly columns: readonly Column<Project>[] = [
    {
      title: 'Project',
      sort: 'name',
      cell: (project) =>
        html`<a class="titled" href=${address(`projects/${project.id}`)}>
          <strong>${project.name}</strong><small>${project.description ?? ''}</small>
        </a>`,
      csv: (project) => project.name,
    },
    {title: 'Status', cell: (project) => badge(project.status, projectTone(project.status)), csv: (project) => project.status},
    {
      title: 'Priority',
      sort: 'priority',
      cell: (project) => badge(project.priority, priorityTone(project.priority)),
      csv: (project) => project.priority,
    },
    {
      title: 'Owner',
      spare: true,
      cell: (project) =>
        project.owner_id === null ? '–' : html`<fh-person-name .userId=${project.owner_id}></fh-person-name>`,
      csv: (project) => project.owner_id,
    },
    {
      title: 'Budget',
      numeric: true,
      spare: true,
      cell: (project) => (project.budget_allocated === null ? '–' : number(project.budget_allocated)),
      csv: (project) => project.budget_allocated,
    },
    {
      title: 'Changed',
      sort: 'updated_at',
      spare: true,
      cell: (project) => when(project.updated_at),
      csv: (project) => project.updated_at,
    },
  ];

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'Projects',
      lead: 'What the tenant works on, and what it has to heed.',
      actions: session.can('projects:write')
        ? html`<a class="button primary" href=${address('projects/new', router.query)}>${icon('plus')}New project</a>`
        : nothing,
    });
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'q', label: 'Name'})} ${filter({name: 'status', label: 'Status', options: PROJECT_STATUSES})}
    ${filter({name: 'priority', label: 'Priority', options: PRIORITIES})}
    ${filter({name: 'visibility', label: 'Visible to', options: VISIBILITIES})} ${filter({name: 'department', label: 'Department'})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No project is like that', 'Take a filter away to see more projects.')
      : emptyState('projects', 'There are no projects yet', 'A project holds tasks, and says who sees them and what they cost.');
  }

  protected override overlay(): unknown {
    return this.rest[0] === 'new'
      ? html`<fh-project-form
          .closed=${() => router.go('projects', router.query)}
          @saved=${() => this.reload()}
        ></fh-project-form>`
      : nothing;
  }
}
