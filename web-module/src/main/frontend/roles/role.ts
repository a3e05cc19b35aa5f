/** What a role of one's own is made of, as it was written: with wildcards. */
export interface Entries {
  readonly grants: readonly string[];
  readonly denies: readonly string[];
}

/** A role as the API tells it. */
export interface RoleDetails extends Entries {
  readonly name: string;
  readonly built_in: boolean;
  readonly description: string | null;
  readonly workspace_id: string | null;
  readonly parents: readonly string[];
  readonly permissions: readonly string[];
  readonly created_at: string | null;
  readonly updated_at: string;
}

/** One role against all permissions. */
export interface MatrixRole {
  readonly name: string;
  readonly built_in: boolean;
  readonly workspace_id: string | null;
  readonly version: number;
  readonly granted: readonly string[];
  readonly inherited: readonly string[];
  readonly denied: readonly string[];
}

export interface RoleMatrix {
  readonly permissions: readonly string[];
  readonly roles: readonly MatrixRole[];
}

export function rolePath(name: string): string {
  return `/api/roles/${encodeURIComponent(name)}`;
}

/** The entries of a text, one a line or beside each other. */
export function entriesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((entry) => entry !== ''))];
}
