import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {icon, type IconName} from '../components/icon.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../workspaces/workspace-name.js';
import type {Cell, Outcome} from './cell-changes.js';
import {type CellState, type Group, moved, statesOf} from './matrix.js';
import type {MatrixRole} from './role.js';

const HOW =
  'Pressing a cell of a role of your own leads from not held to granted to denied. The arrow keys go from cell to cell.';

const LOOKS: Readonly<Record<CellState, {readonly words: string; readonly picture: IconName | null}>> = {
  granted: {words: 'granted', picture: 'check'},
  inherited: {words: 'inherited', picture: 'inherit'},
  denied: {words: 'denied', picture: 'close'},
  none: {words: 'not held', picture: null},
};

/**
 * Roles against permissions. A cell of a role that can be changed is a button; arrows go from one to the next, and all
 * of them are one stop of the tabulator. Tells `step` with the {@link Cell} that was pressed, and `reread` when the
 * change of somebody else is to be shown.
 */
@customElement('fh-role-matrix')
export class RoleMatrixTable extends PlainElement {
  @property({attribute: false}) roles: readonly MatrixRole[] = [];
  @property({attribute: false}) groups: readonly Group[] = [];
  @property({attribute: false}) editable = false;
  /** Why the last step was not made; told under its row. */
  @property({attribute: false}) refused: Outcome | null = null;
  @property({attribute: false}) saving: Cell | null = null;
  @state() private current: Cell | null = null;

  override render(): TemplateResult {
    const states = new Map(this.roles.map((role) => [role.name, statesOf(role)]));
    const stop = this.stop();
    return html`<div class="table-scroll matrix-scroll" tabindex="0" role="region" aria-label="Matrix, table">
      <table class="matrix" @keydown=${this.pressed}>
        <caption class="visually-hidden">
          Permissions in rows, roles in columns. ${this.editable ? HOW : nothing}
        </caption>
        <thead>
          <tr>
            <th scope="col">Permission</th>
            ${this.roles.map((role) => this.columnHeading(role))}
          </tr>
        </thead>
        ${this.groups.map((group) => this.group(group, states, stop))}
      </table>
    </div>`;
  }

  private columnHeading(role: MatrixRole): TemplateResult {
    return html`<th scope="col">
      <a href=${address(`roles/role/${role.name}`, router.query)}>${breakable(role.name)}</a>
      <small>
        ${role.built_in
          ? 'built in'
          : role.workspace_id === null
            ? 'own'
            : html`in <fh-workspace-name .workspaceId=${role.workspace_id}></fh-workspace-name>`}
      </small>
    </th>`;
  }

  private group(group: Group, states: ReadonlyMap<string, ReadonlyMap<string, CellState>>, stop: Cell | null): TemplateResult {
    return html`<tbody>
      <tr class="group">
        <th scope="rowgroup" colspan=${this.roles.length + 1}><span>${words(group.resource)}</span></th>
      </tr>
      ${group.permissions.map(
        (permission) => html`<tr>
            <th scope="row"><code>${breakable(permission)}</code></th>
            ${this.roles.map((role) => this.cell(role, permission, states.get(role.name)!.get(permission) ?? 'none', stop))}
          </tr>
          ${this.refused?.cell.permission === permission ? this.reason(this.refused) : nothing}`,
      )}
    </tbody>`;
  }

  private cell(role: MatrixRole, permission: string, cellState: CellState, stop: Cell | null): TemplateResult {
    const look = LOOKS[cellState];
    const picture = look.picture === null ? html`<span class="nothing" aria-hidden="true">·</span>` : icon(look.picture);
    if (!this.changeable(role)) {
      return html`<td class=${cellState}>${picture}<span class="visually-hidden">${look.words}</span></td>`;
    }
    const at = (cell: Cell | null): boolean => cell?.role === role.name && cell.permission === permission;
    return html`<td class=${cellState}>
      <button
        type="button"
        tabindex=${at(stop) ? '0' : '-1'}
        data-role=${role.name}
        data-permission=${permission}
        aria-label="${permission} for ${role.name}: ${look.words}"
        aria-busy=${at(this.saving) ? 'true' : 'false'}
        title=${look.words}
        @focus=${() => (this.current = {role: role.name, permission})}
        @click=${() => this.tell(new CustomEvent<Cell>('step', {detail: {role: role.name, permission}}))}
      >
        ${picture}
      </button>
    </td>`;
  }

  private reason({cell, because, failure}: Outcome): TemplateResult {
    return html`<tr class="reason">
      <td colspan=${this.roles.length + 1}>
        <div>
          ${because === null
            ? formProblem(failure, () => this.tell(new Event('reread')))
            : html`<p class="form-problem warn" role="alert">${icon('lock')}<span>${because}</span></p>`}
          <button class="button small" type="button" @click=${() => this.understood(cell)}>Close</button>
        </div>
      </td>
    </tr>`;
  }

  private understood(cell: Cell): void {
    this.refused = null;
    this.enter(cell);
  }

  private changeable(role: MatrixRole): boolean {
    return this.editable && !role.built_in;
  }

  /** The cell that the tabulator leads to: where one was last, or the first. */
  private stop(): Cell | null {
    const {columns, rows} = this.buttons();
    const {current} = this;
    if (current !== null && columns.includes(current.role) && rows.includes(current.permission)) {
      return current;
    }
    return columns[0] === undefined || rows[0] === undefined ? null : {role: columns[0], permission: rows[0]};
  }

  private buttons(): {columns: readonly string[]; rows: readonly string[]} {
    return {
      columns: this.roles.filter((role) => this.changeable(role)).map((role) => role.name),
      rows: this.groups.flatMap((group) => group.permissions),
    };
  }

  private pressed = (event: KeyboardEvent): void => {
    const {role, permission} = (event.target as HTMLElement).dataset;
    if (role === undefined || permission === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const {columns, rows} = this.buttons();
    const from = {row: rows.indexOf(permission), column: columns.indexOf(role)};
    const to = moved(from, event.key, rows.length, columns.length);
    if (to !== null) {
      event.preventDefault();
      this.enter({role: columns[to.column]!, permission: rows[to.row]!});
    }
  };

  private enter(cell: Cell): void {
    this.querySelector<HTMLElement>(`button[data-role="${cell.role}"][data-permission="${cell.permission}"]`)?.focus();
  }

  private tell(event: Event): void {
    this.dispatchEvent(event);
  }
}

/** A wire name that may go on in the next line between its words. */
function breakable(name: string): TemplateResult[] {
  return name.split(/(?<=[_:-])/).map((part) => html`${part}<wbr />`);
}
