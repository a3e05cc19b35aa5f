import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {get, type Page, type Parameters} from '../platform/api.js';
import {downloadCsv, type CsvColumn} from '../platform/csv.js';
import {isNarrowed, type Query} from '../platform/address.js';
import {router} from '../platform/router.js';
import {columnChoice, hiddenColumns, hideColumns} from './column-choice.js';
import {icon} from './icon.js';
import {notify} from './notice.js';
import {problemPanel, skeletonRows} from './parts.js';
import {PlainElement} from './plain-element.js';

export interface Column<T> {
  readonly title: string;
  /** The name that the API sorts by; such a heading is a button. */
  readonly sort?: string;
  readonly numeric?: boolean;
  /** Left out on narrow screens. */
  readonly spare?: boolean;
  /** Written to files and not shown. */
  readonly fileOnly?: boolean;
  /** Shown and not written to files: actions, and what only leads elsewhere. */
  readonly silent?: boolean;
  cell(row: T): unknown;
  csv?(row: T): unknown;
}

const ROWS = 25;

/** A list with filters, sorting and pages that live in the address, so that it can be sent on. */
export abstract class ListPage<T extends {readonly id?: string}> extends PlainElement {
  /** What follows the name of the list in the address. */
  @property({attribute: false}) rest: readonly string[] = [];
  @state() protected page: Page<T> | null = null;
  @state() protected failure: unknown = null;
  @state() private reading = false;
  @state() private takenAway: ReadonlySet<string> = new Set();
  private shown: string | null = null;
  private current: AbortController | null = null;

  protected abstract readonly source: string;
  protected abstract readonly name: string;
  protected abstract readonly columns: readonly Column<T>[];

  protected abstract heading(): TemplateResult;
  protected abstract filters(query: Query): unknown;
  protected abstract empty(narrowed: boolean): TemplateResult;

  /** What the API is asked for, from what the address says. */
  protected parameters(query: Query): Parameters {
    return query;
  }

  /** What lies over the list: drawers and questions. */
  protected overlay(): unknown {
    return nothing;
  }

  /** Called when rows have come, for what has to be looked up about them. */
  protected arrived(_rows: readonly T[]): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.takenAway = hiddenColumns(this.name);
    router.addEventListener('change', this.follow);
    this.follow();
  }

  override disconnectedCallback(): void {
    router.removeEventListener('change', this.follow);
    this.current?.abort();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const query = router.query;
    return html`${this.heading()}
      <section class="card list" aria-label=${this.name} aria-busy=${this.reading ? 'true' : 'false'}>
        <div class="filters" role="search" aria-label="Narrow ${this.name.toLowerCase()}">
          ${this.filters(query)}
          <div class="filters-end">
            ${isNarrowed(query)
              ? html`<button class="button quiet" type="button" @click=${this.clear}>Clear filters</button>`
              : nothing}
            ${columnChoice(this.choosable, this.takenAway, this.choose)}
            <button class="button" type="button" @click=${this.export}>${icon('download')}CSV</button>
          </div>
        </div>
        ${this.content(query)}
      </section>
      ${this.overlay()}`;
  }

  private get shownColumns(): readonly Column<T>[] {
    return this.columns.filter((column) => !column.fileOnly && !this.takenAway.has(column.title));
  }

  /** All but the first: one has to stay. */
  private get choosable(): readonly string[] {
    return this.columns.filter((column, index) => index > 0 && !column.fileOnly && !column.silent).map((column) => column.title);
  }

  protected async reload(): Promise<void> {
    this.current?.abort();
    this.current = new AbortController();
    const signal = this.current.signal;
    this.reading = true;
    try {
      this.page = await get<Page<T>>(this.source, {limit: ROWS, ...this.parameters(router.query)}, signal);
      this.failure = null;
      this.arrived(this.page.items);
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      this.failure = failure;
    }
    this.reading = false;
  }

  private follow = (): void => {
    const asked = JSON.stringify(this.parameters(router.query));
    if (asked !== this.shown) {
      this.shown = asked;
      void this.reload();
    }
    this.requestUpdate();
  };

  private content(query: Query): TemplateResult {
    if (this.failure !== null) {
      return problemPanel(this.failure, () => void this.reload());
    }
    if (this.page === null) {
      return skeletonRows(8);
    }
    if (this.page.items.length === 0) {
      return this.empty(isNarrowed(query));
    }
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${this.name}, table">
        <table>
          <thead>
            <tr>
              ${this.shownColumns.map((column) => this.columnHeading(column, query['sort'] ?? ''))}
            </tr>
          </thead>
          <tbody>
            ${this.page.items.map((row) => this.row(row))}
          </tbody>
        </table>
      </div>
      ${this.pager(query)}`;
  }

  private columnHeading(column: Column<T>, sort: string): TemplateResult {
    const classes = `${column.numeric ? 'numeric' : ''} ${column.spare ? 'spare' : ''}`;
    if (column.sort === undefined) {
      return html`<th scope="col" class=${classes}>
        ${column.silent ? html`<span class="visually-hidden">${column.title}</span>` : column.title}
      </th>`;
    }
    const up = sort === column.sort;
    const down = sort === `-${column.sort}`;
    const next = up ? `-${column.sort}` : column.sort;
    return html`<th scope="col" class=${classes} aria-sort=${up ? 'ascending' : down ? 'descending' : nothing}>
      <button type="button" class="sort" @click=${() => router.narrow({sort: next, after: ''})}>
        ${column.title}${up ? icon('up') : down ? icon('down') : nothing}
      </button>
    </th>`;
  }

  private row(row: T): TemplateResult {
    return html`<tr class=${row.id !== undefined && row.id === this.rest[0] ? 'open' : ''}>
      ${this.shownColumns.map(
        (column) =>
          html`<td class="${column.numeric ? 'numeric' : ''} ${column.spare ? 'spare' : ''}">${column.cell(row)}</td>`,
      )}
    </tr>`;
  }

  private pager(query: Query): TemplateResult {
    const next = this.page?.next ?? null;
    const later = (query['after'] ?? '') !== '';
    if (next === null && !later) {
      return html`<p class="pager">${this.page!.items.length} shown</p>`;
    }
    return html`<nav class="pager" aria-label="Pages">
      <button class="button" type="button" ?disabled=${!later} @click=${() => history.back()}>
        ${icon('left')}Previous
      </button>
      <button class="button" type="button" ?disabled=${next === null} @click=${() => router.narrow({after: next ?? ''})}>
        Next${icon('right')}
      </button>
    </nav>`;
  }

  private choose = (hidden: ReadonlySet<string>): void => {
    this.takenAway = hidden;
    hideColumns(this.name, hidden);
  };

  private clear = (): void => {
    const {view} = router.query;
    router.go(router.path, view === undefined ? {} : {view});
  };

  private export = async (): Promise<void> => {
    const columns: CsvColumn<T>[] = this.columns.filter((column) => !column.silent).map((column) => ({
      title: column.title,
      value: column.csv ?? ((row: T) => column.cell(row)),
    }));
    const {after: _page, ...narrowing} = router.query;
    await downloadCsv(this.source, this.parameters(narrowing), columns, `${this.name.toLowerCase().replaceAll(' ', '-')}.csv`);
    notify(`${this.name} were written to a file.`);
  };
}
