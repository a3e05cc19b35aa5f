const PORTAL = '/portal/';

/** The place under the host of the dashboard, or of the portal where that is open. */
export const HOME = globalThis.location?.pathname.startsWith(PORTAL) ? PORTAL : '/admin/';

export type Query = Readonly<Record<string, string>>;

/** An address of the dashboard; what is empty is left out. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(given).toString();
  return HOME + path + (text === '' ? '' : `?${text}`);
}

/** The path of the page at an address, without the place of the dashboard: `people`, `jobs/runs/17`. */
export function pathOf(pathname: string): string {
  return decodeURIComponent(pathname.slice(HOME.length).replace(/\/$/, ''));
}

export function queryOf(search: string): Query {
  return Object.fromEntries(new URLSearchParams(search));
}

const NO_FILTERS = ['sort', 'after', 'view'];

/** Whether a list shows less than all there is. */
export function isNarrowed(query: Query): boolean {
  return Object.keys(query).some((name) => !NO_FILTERS.includes(name));
}
