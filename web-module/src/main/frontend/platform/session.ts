import {ApiProblem, useCredentials} from './api.js';

export interface Home {
  readonly slug: string;
  readonly name: string;
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

interface Tokens {
  readonly access_token: string;
  readonly expires_in: number;
}

interface Identity {
  readonly user: {id: string; email: string};
  readonly tenant: {slug: string} | null;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** What survives a reload: no secret, the browser keeps the refresh token in a cookie of its own. */
interface Remembered {
  readonly person: Person;
  readonly tenants: readonly Home[];
  readonly tenant: string | null;
}

const KEY = 'freehold.session';
const RENEW_BEFORE_MILLIS = 30_000;

/** Who is signed in, in which tenant, and what they may do there. Tells listeners of each change. */
class Session extends EventTarget {
  person: Person | null = null;
  tenants: readonly Home[] = [];
  tenant: string | null = null;
  roles: readonly string[] = [];
  private permissions: ReadonlySet<string> = new Set();
  private accessToken: string | null = null;
  private goodUntil = 0;
  private renewing: Promise<string | null> | null = null;

  constructor() {
    super();
    useCredentials({
      get tenant() {
        return session.tenant;
      },
      token: (renewed) => this.token(renewed),
    });
  }

  get signedIn(): boolean {
    return this.person !== null;
  }

  /** Whether this is the reserved tenant of those who operate the installation. */
  get inPlatform(): boolean {
    return this.tenant === 'platform';
  }

  can(permission: string): boolean {
    return this.permissions.has(permission);
  }

  /** Goes on with the session of before the reload, when there is one. */
  async resume(): Promise<void> {
    const kept = remembered();
    if (kept === null) {
      return;
    }
    if ((await this.renew()) === null) {
      return;
    }
    this.person = kept.person;
    this.tenants = kept.tenants;
    await this.enter(kept.tenant);
  }

  /** Somebody came by a link: they are no person, and when its time is over they are nobody. */
  visit({token, tenant_slug, permissions}: {readonly token: string; readonly tenant_slug: string; readonly permissions: readonly string[]}): void {
    this.tenant = tenant_slug;
    this.permissions = new Set(permissions);
    useCredentials({
      tenant: tenant_slug,
      token: async (renewed) => {
        if (renewed) {
          // The server has refused it.
          dispatchEvent(new Event('freehold-visit-over'));
        }
        return renewed ? null : token;
      },
    });
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await fetch('/api/auth/login', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({email, password}),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new ApiProblem(answer);
    }
    this.take(answer as Tokens);
    this.person = answer.user as Person;
    this.tenants = answer.tenants as Home[];
    await this.enterFirst();
  }

  /** The first tenant that lets them in: one may be pending, or take no calls from here. */
  private async enterFirst(): Promise<void> {
    const [first = null, ...others] = this.tenants.map(({slug}) => slug);
    let closed: unknown = null;
    for (const tenant of [first, ...others]) {
      try {
        await this.enter(tenant);
        return;
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.problem.status !== 403) {
          throw failure;
        }
        closed ??= failure;
      }
    }
    throw closed;
  }

  /** Changes the tenant that every request is for. */
  async enter(tenant: string | null): Promise<void> {
    this.tenant = tenant;
    const identity = await this.identity();
    this.roles = identity.roles;
    this.permissions = new Set(identity.permissions);
    this.tenant = identity.tenant?.slug ?? tenant;
    this.remember();
    this.dispatchEvent(new Event('change'));
  }

  async signOut(): Promise<void> {
    const token = await this.token(false);
    if (token !== null) {
      await fetch('/api/auth/logout', {method: 'POST', headers: {Authorization: `Bearer ${token}`}});
    }
    this.forget();
  }

  private async identity(): Promise<Identity> {
    const headers: Record<string, string> = {Authorization: `Bearer ${this.accessToken}`};
    if (this.tenant !== null) {
      headers['X-Tenant-Slug'] = this.tenant;
    }
    const response = await fetch('/api/whoami', {headers});
    if (!response.ok) {
      throw new ApiProblem(await response.json());
    }
    return response.json() as Promise<Identity>;
  }

  private async token(renewed: boolean): Promise<string | null> {
    if (this.person === null) {
      return null;
    }
    const stale = Date.now() > this.goodUntil - RENEW_BEFORE_MILLIS;
    return renewed || stale ? this.renew() : this.accessToken;
  }

  /** A refresh token is good once, so tabs take turns. */
  private renew(): Promise<string | null> {
    this.renewing ??= this.renewInTurn();
    return this.renewing;
  }

  private async renewInTurn(): Promise<string | null> {
    try {
      return await navigator.locks.request('freehold.refresh', () => this.exchange());
    } finally {
      this.renewing = null;
    }
  }

  private async exchange(): Promise<string | null> {
    const response = await fetch('/api/auth/refresh', {method: 'POST'});
    if (!response.ok) {
      this.forget();
      return null;
    }
    this.take((await response.json()) as Tokens);
    return this.accessToken;
  }

  private take(tokens: Tokens): void {
    this.accessToken = tokens.access_token;
    this.goodUntil = Date.now() + tokens.expires_in * 1000;
  }

  private remember(): void {
    const kept: Remembered = {person: this.person!, tenants: this.tenants, tenant: this.tenant};
    localStorage.setItem(KEY, JSON.stringify(kept));
  }

  private forget(): void {
    localStorage.removeItem(KEY);
    this.person = null;
    this.accessToken = null;
    this.permissions = new Set();
    this.dispatchEvent(new Event('change'));
  }
}

function remembered(): Remembered | null {
  const text = localStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Remembered);
}

export const session = new Session();
