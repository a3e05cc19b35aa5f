import type {Pair} from '../components/pairs.js';
import type {Endpoint, Filter} from './webhook.js';

export function rowsOf(values: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(values).map(([name, value]) => ({name, value}));
}

/** What is typed between lines or commas. */
export function listOf(text: string | null | undefined, between: RegExp): string[] {
  return (text ?? '')
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The value of a filter as JSON where it is some, else as the text that it is; of “in” as a list. */
export function filterValue(op: Filter['op'], typed: string): unknown {
  return op === 'in' ? listOf(typed, /,/).map(scalar) : scalar(typed.trim());
}

function scalar(text: string): unknown {
  return /^(-?\d{1,15}(\.\d{1,9})?|true|false|null)$/.test(text) ? (JSON.parse(text) as unknown) : text;
}

/** A value as somebody would type it. */
export function filterText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : value === undefined ? '' : String(value);
}

/** The headers as a merge patch (RFC 7396): those that are gone are null, a masked value keeps what is there. */
export function headerPatch(before: Readonly<Record<string, string>>, rows: readonly Pair[]): Record<string, string | null> {
  const patch: Record<string, string | null> = {};
  Object.keys(before).forEach((name) => (patch[name] = null));
  rows.filter(({name}) => name !== '').forEach(({name, value}) => (patch[name] = value));
  return patch;
}

/** What stands in the fields of a form. */
type Values = Readonly<Record<string, string | null>>;

/** What is sent for an endpoint: null where a field is empty, so that it takes its default. */
export function bodyOf(values: Values, filters: readonly Filter[], headers: readonly Pair[], before: Endpoint | null): object {
  const count = (name: string): number | null => (values[name] == null ? null : Number(values[name]));
  const schedule = listOf(values['retry_schedule_seconds'], /[\s,]+/).map(Number);
  return {
    url: values['url'],
    description: values['description'] ?? null,
    events: listOf(values['events'], /[\s,]+/),
    filters: filters.filter(({path}) => path !== ''),
    headers: headerPatch(before?.headers ?? {}, headers),
    workspace_id: values['workspace_id'] ?? null,
    timeout_seconds: count('timeout_seconds'),
    max_retries: count('max_retries'),
    retry_schedule_seconds: schedule.length === 0 ? null : schedule,
    rate_limit_per_second: count('rate_limit_per_second'),
    redrive: values['redrive'] != null,
    ...certificateOf(values),
  };
}

/** Nothing typed: it stays as it is. */
function certificateOf(values: Values): object {
  if (values['drop_certificate'] != null) {
    return {client_certificate_pem: null, client_key_pem: null};
  }
  return values['client_certificate_pem'] == null
    ? {}
    : {client_certificate_pem: values['client_certificate_pem'], client_key_pem: values['client_key_pem']};
}
