import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, type Page, type Parameters} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {avatar, badge, emptyState, pageHeading, when} from '../components/parts.js';
import './person-drawer.js';
import './person-form.js';
import {learn, type Role, type User} from './users.js';

/** The people of the tenant. */
@customElement('fh-people')
export class PeoplePage extends ListPage<User> {
  protected readonly source = '/api/users';
  protected readonly name = 'People';
  @state() private roles: readonly Role[] = [];

  protected readonly columns: readonly Column<User>[] = [
    {
      title: 'Person',
      sort: 'email',
      cell: (user) =>
        html`<a class="person" href=${address(`people/${user.id}`, router.query)}>
          ${avatar(user.name)}<span><strong>${user.name}</strong><small>${user.email}</small></span>
        </a>`,
      csv: (user) => `${user.name} <${user.email}>`,
    },
    {title: 'Role', cell: (user) => badge(user.role, user.role === 'tenant_admin' ? 'info' : 'calm'), csv: (u) => u.role},
    {title: 'Department', spare: true, cell: (user) => user.department ?? '–', csv: (u) => u.department},
    {
      title: 'State',
      cell: (user) => (user.is_active ? badge('active', 'good') : badge('deactivated', 'warn')),
      csv: (u) => (u.is_active ? 'active' : 'deactivated'),
    },
    {title: 'Last sign-in', spare: true, cell: (user) => when(user.last_login_at), csv: (u) => u.last_login_at},
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('roles:read')) {
      void get<Page<Role>>('/api/roles', {limit: 200}).then((page) => (this.roles = page.items));
    }
  }

  protected override parameters(query: Query): Parameters {
    const {state: activity, ...others} = query;
    return {...others, is_active: activity === undefined ? undefined : activity === 'active'};
  }

  protected override arrived(rows: readonly User[]): void {
    learn(rows);
  }

  protected heading(): TemplateResult {
    return pageHeading({
      title: 'People',
      lead: 'Everybody who works in this tenant, and what they may do.',
      actions: session.can('users:write')
        ? html`<a class="button primary" href=${address('people/new', router.query)}>${icon('plus')}Add person</a>`
        : nothing,
    });
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'q', label: 'Name or email'})}
    ${filter({name: 'role', label: 'Role', options: this.roles.length > 0 ? this.roles.map((role) => role.name) : ROLES})}
    ${filter({name: 'state', label: 'State', options: ['active', 'deactivated']})} ${filter({name: 'department', label: 'Department'})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'Nobody is like that', 'Take a filter away to see more people.')
      : emptyState('people', 'Nobody is here yet', 'Add the people who will work in this tenant.');
  }

  protected override overlay(): unknown {
    const [id, mode] = this.rest;
    if (id === undefined) {
      return nothing;
    }
    const close = (): void => router.go('people', router.query);
    if (id === 'new') {
      return html`<fh-person-form .closed=${close} @saved=${this.saved}></fh-person-form>`;
    }
    return mode === 'edit'
      ? html`<fh-person-form .userId=${id} .closed=${close} @saved=${this.saved}></fh-person-form>`
      : html`<fh-person-drawer .userId=${id} .closed=${close} @saved=${this.saved}></fh-person-drawer>`;
  }

  private saved = (): void => void this.reload();
}

/** The built-in ones, for those who may not list roles. */
const ROLES = ['tenant_admin', 'manager', 'database_admin', 'developer', 'analyst', 'member', 'viewer'];
