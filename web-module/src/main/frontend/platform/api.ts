/** A refusal or failure as the API tells it (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly hint?: string;
  readonly permission?: string;
  readonly request_id?: string;
  readonly errors?: readonly Fault[];
}

/** What is wrong at one place of a request. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** What is wrong with one member of the request's body, or with something in it, or undefined. */
  faultAt(member: string): string | undefined {
    return this.problem.errors?.find(
      ({pointer}) => pointer === `/${member}` || pointer.startsWith(`/${member}/`),
    )?.detail;
  }
}

const STALE: Problem = {
  status: 412,
  code: 'stale',
  title: 'Changed meanwhile',
  detail: 'Somebody changed this since you read it.',
};

export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Where the token and the tenant of requests come from. */
export interface Credentials {
  readonly tenant: string | null;
  token(renewed: boolean): Promise<string | null>;
}

let credentials: Credentials = {tenant: null, token: async () => null};

export function useCredentials(source: Credentials): void {
  credentials = source;
}

/** The versions of what was read, for {@link patch}. */
const versions = new WeakMap<object, string>();

export async function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  return readVersion(await send('GET', withParameters(path, parameters), undefined, {signal}));
}

export async function post<T>(path: string, body?: unknown): Promise<T> {
  return read(await send('POST', path, body));
}

/** Puts something where it belongs, whatever was there. */
export async function put<T>(path: string, body: unknown): Promise<T> {
  return read(await send('PUT', path, body));
}

/** Something that is changed as a whole; the moment tells whether it is still as it was read. */
export interface Changing {
  readonly updated_at: string;
}

/**
 * Changes something.
 *
 * @param asRead what the change is based on: when somebody else was faster, it is refused as {@link isStale} tells
 */
export async function patch<T>(path: string, body: unknown, asRead: Changing): Promise<T> {
  return patchAt(path, body, await versionOf(path, asRead));
}

/** Puts something in the place of what was read; what is absent from it takes its default. */
export async function replace<T>(path: string, body: unknown, asRead: Changing): Promise<T> {
  return readVersion(await send('PUT', path, body, {headers: {'If-Match': await versionOf(path, asRead)}}));
}

/** Changes something of which the ETag is known. */
export async function patchAt<T>(path: string, body: unknown, version: string): Promise<T> {
  return readVersion(await send('PATCH', path, body, {headers: {'If-Match': version}}));
}

async function versionOf(path: string, asRead: Changing): Promise<string> {
  return versions.get(asRead) ?? versionNow(path, asRead);
}

/** Lists come without versions, so what was read in one is looked up: it must still be the same. */
async function versionNow(path: string, asRead: Changing): Promise<string> {
  const now = await get<Changing>(path);
  const version = versions.get(now);
  if (version === undefined || now.updated_at !== asRead.updated_at) {
    throw new ApiProblem(STALE);
  }
  return version;
}

/** Whether a change was refused because somebody else had changed the same before. */
export function isStale(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.problem.code === STALE.code;
}

/** Sends a form with files; the browser streams them. */
export async function upload<T>(path: string, form: FormData): Promise<T> {
  return read(await send('POST', path, form));
}

/** The content behind an address, whole. */
export async function download(path: string): Promise<Blob> {
  return (await send('GET', path)).blob();
}

export async function remove(path: string): Promise<void> {
  await send('DELETE', path);
}

/** A stream of server-sent events, from behind the last one that was told; the caller reads the body. */
export async function stream(path: string, signal: AbortSignal, last?: string): Promise<Response> {
  const headers: Record<string, string> = {Accept: 'text/event-stream'};
  if (last !== undefined) {
    headers['Last-Event-ID'] = last;
  }
  return send('GET', path, undefined, {signal, headers});
}

export function withParameters(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Extra {
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
}

async function send(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Response> {
  let response = await attempt(method, path, body, extra, await credentials.token(false));
  if (response.status === 401) {
    const renewed = await credentials.token(true);
    if (renewed !== null) {
      response = await attempt(method, path, body, extra, renewed);
    }
  }
  if (!response.ok) {
    throw new ApiProblem(await problemOf(response));
  }
  return response;
}

async function attempt(
  method: string,
  path: string,
  body: unknown,
  extra: Extra,
  token: string | null,
): Promise<Response> {
  const headers = new Headers(extra.headers);
  if (token !== null) {
    headers.set('Authorization', `Bearer ${token}`);
  }
  if (credentials.tenant !== null) {
    headers.set('X-Tenant-Slug', credentials.tenant);
  }
  const form = body instanceof FormData;
  if (body !== undefined && !form) {
    headers.set('Content-Type', 'application/json');
  }
  try {
    return await fetch(path, {
      method,
      headers,
      body: form ? body : body === undefined ? null : JSON.stringify(body),
      signal: extra.signal ?? null,
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiProblem({
      status: 0,
      code: 'unreachable',
      title: 'No answer',
      detail: 'The server cannot be reached.',
      hint: 'Check the connection, then try again.',
    });
  }
}

async function readVersion<T>(response: Response): Promise<T> {
  const value = await read<T>(response);
  const version = response.headers.get('ETag');
  if (version !== null && typeof value === 'object' && value !== null) {
    versions.set(value, version);
  }
  return value;
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {
      status: response.status,
      code: 'unreadable',
      title: 'Unexpected answer',
      detail: `The server answered ${response.status} without a reason.`,
    };
  }
}
