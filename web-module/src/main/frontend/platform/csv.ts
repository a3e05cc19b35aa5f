import {get, type Page, type Parameters} from './api.js';

const MOST_ROWS = 10_000;
const PAGE = 200;

export interface CsvColumn<T> {
  readonly title: string;
  value(row: T): unknown;
}

/** Reads all pages of a list, at most ten thousand rows, and offers them as a file (RFC 4180). */
export async function downloadCsv<T>(
  path: string,
  parameters: Parameters,
  columns: readonly CsvColumn<T>[],
  file: string,
): Promise<void> {
  const lines = [columns.map((column) => cell(column.title)).join(',')];
  let after: string | null = null;
  do {
    const page: Page<T> = await get<Page<T>>(path, {limit: PAGE, ...parameters, after});
    page.items.forEach((row) => lines.push(columns.map((column) => cell(column.value(row))).join(',')));
    after = page.next;
  } while (after !== null && lines.length <= MOST_ROWS);
  save(new Blob([lines.join('\r\n') + '\r\n'], {type: 'text/csv'}), file);
}

/** Spreadsheets run what begins so; the apostrophe keeps it text (OWASP, CSV injection). */
export function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Gives the person a file. */
export function save(content: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
