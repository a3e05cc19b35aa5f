import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patchAt} from '../platform/api.js';
import {address, isNarrowed, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {notify} from '../components/notice.js';
import {emptyState, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Cell, CellChanges, type Outcome} from './cell-changes.js';
import {chosenRoles, grouped} from './matrix.js';
import {type MatrixRole, type RoleDetails, type RoleMatrix, rolePath} from './role.js';
import './role-drawer.js';
import './role-form.js';
import './role-matrix.js';
import {rolesHeading} from './roles-heading.js';

/** More columns than these help nobody, and a browser has to lay them out. */
const COLUMNS = 20;

const TOLD: Readonly<Record<string, string>> = {
  granted: 'is granted',
  inherited: 'is inherited',
  denied: 'is denied',
  none: 'is not held',
};

/** What each role of the tenant may do: roles against permissions. */
@customElement('fh-roles')
export class RolesPage extends PlainElement {
  @property({attribute: false}) rest: readonly string[] = [];
  @state() private matrix: RoleMatrix | null = null;
  @state() private failure: unknown = null;
  @state() private refused: Outcome | null = null;

  private readonly changes = new CellChanges(
    {
      read: (name) => get<RoleDetails>(rolePath(name)),
      save: (name, {grants, denies}, version) => patchAt(rolePath(name), {grants, denies}, `"${version}"`),
      matrix: () => get<RoleMatrix>('/api/roles/matrix'),
    },
    (outcome) => this.stepped(outcome),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener('change', this.follow);
    void this.read();
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.follow);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`${rolesHeading(
        'roles',
        session.can('roles:write')
          ? html`<a class="button primary" href=${address('roles/new', router.query)}>${icon('plus')}New role</a>`
          : nothing,
      )}
      <section class="card list" aria-label="Matrix" aria-busy=${this.matrix === null ? 'true' : 'false'}>
        ${this.filters(router.query)} ${this.content(router.query)}
      </section>
      ${this.overlay()}`;
  }

  private filters(query: Query): TemplateResult {
    const resources = grouped(this.matrix?.permissions ?? []).map(({resource}) => resource);
    return html`<div class="filters" role="search" aria-label="Narrow the matrix">
      ${filter({name: 'role', label: 'Role'})} ${filter({name: 'kind', label: 'Kind', options: ['own', 'built_in']})}
      ${filter({name: 'resource', label: 'Resource', options: resources})}
      <div class="filters-end">
        ${isNarrowed(query)
          ? html`<button class="button quiet" type="button" @click=${() => router.go('roles')}>Clear filters</button>`
          : nothing}
      </div>
    </div>`;
  }

  private content(query: Query): TemplateResult {
    if (this.failure !== null) {
      return problemPanel(this.failure, () => void this.read());
    }
    if (this.matrix === null) {
      return skeletonRows(12);
    }
    const roles = chosenRoles(this.matrix.roles, query);
    if (roles.length === 0) {
      return query['kind'] === 'own' && (query['role'] ?? '') === ''
        ? emptyState('roles', 'There are no roles of your own yet', 'A role of your own inherits from others, and grants and denies what you choose.')
        : emptyState('search', 'No role is called so', 'Take a filter away to see more roles.');
    }
    const last = Math.max(0, Math.ceil(roles.length / COLUMNS) - 1);
    const part = Math.min(last, Number.parseInt(query['after'] ?? '0', 10) || 0);
    return html`<ul class="legend" aria-label="What the signs mean">
        <li class="granted">${icon('check')}granted</li>
        <li class="inherited">${icon('inherit')}inherited</li>
        <li class="denied">${icon('close')}denied, whoever grants it</li>
        <li><span class="nothing" aria-hidden="true">·</span>not held</li>
      </ul>
      <fh-role-matrix
        .roles=${roles.slice(part * COLUMNS, (part + 1) * COLUMNS)}
        .groups=${grouped(this.matrix.permissions, query['resource'])}
        .editable=${session.can('roles:write')}
        .refused=${this.refused}
        .saving=${this.changes.current}
        @step=${this.step}
        @reread=${() => void this.read()}
      ></fh-role-matrix>
      ${this.pager(roles, part, last)}`;
  }

  private pager(roles: readonly MatrixRole[], part: number, last: number): TemplateResult {
    if (last === 0) {
      return html`<p class="pager">${roles.length === 1 ? '1 role' : `${roles.length} roles`}</p>`;
    }
    const to = (other: number): void => router.narrow({after: other === 0 ? '' : String(other)});
    return html`<nav class="pager" aria-label="Pages">
      <button class="button" type="button" ?disabled=${part === 0} @click=${() => to(part - 1)}>${icon('left')}Previous</button>
      <button class="button" type="button" ?disabled=${part === last} @click=${() => to(part + 1)}>Next${icon('right')}</button>
    </nav>`;
  }

  private overlay(): unknown {
    const [kind, name, mode] = this.rest;
    const close = (): void => router.go('roles', router.query);
    const saved = (): void => void this.read();
    if (kind === 'new' || (kind === 'role' && mode === 'edit')) {
      return html`<fh-role-form
        .role=${kind === 'new' ? '' : name!}
        .names=${this.matrix?.roles.map((role) => role.name) ?? []}
        .closed=${close}
        @saved=${saved}
      ></fh-role-form>`;
    }
    return kind === 'role' && name !== undefined
      ? html`<fh-role-drawer .role=${name} .closed=${close} @saved=${saved}></fh-role-drawer>`
      : nothing;
  }

  private async read(): Promise<void> {
    try {
      this.matrix = await get<RoleMatrix>('/api/roles/matrix');
      this.failure = null;
      this.refused = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  private step = async (event: CustomEvent<Cell>): Promise<void> => {
    this.refused = null;
    const asked = this.changes.ask(event.detail, this.matrix!);
    this.requestUpdate();
    await asked;
  };

  private stepped(outcome: Outcome): void {
    this.matrix = outcome.matrix;
    if (outcome.because === null && outcome.failure === null) {
      notify(`${outcome.cell.permission} ${TOLD[outcome.state]} for ${outcome.cell.role}.`);
    } else {
      this.refused = outcome;
    }
  }

  private follow = (): void => this.requestUpdate();
}
