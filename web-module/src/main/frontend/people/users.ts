import {get, type Page} from '../platform/api.js';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly department: string | null;
  readonly is_active: boolean;
  readonly last_login_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Role {
  readonly name: string;
  readonly permissions: readonly string[];
}

const names = new Map<string, Promise<string>>();

/** The name of somebody, asked for once; the beginning of the id where it may not be known. */
export function nameOf(id: string): Promise<string> {
  let name = names.get(id);
  if (name === undefined) {
    name = get<User>(`/api/users/${id}`)
      .then((user) => user.name)
      .catch(() => id.slice(0, 8));
    names.set(id, name);
  }
  return name;
}

/** Remembers names that came with a list. */
export function learn(users: readonly User[]): void {
  users.forEach((user) => names.set(user.id, Promise.resolve(user.name)));
}

export function findUsers(text: string): Promise<Page<User>> {
  return get<Page<User>>('/api/users', {q: text, is_active: true, limit: 20, sort: 'email'});
}
