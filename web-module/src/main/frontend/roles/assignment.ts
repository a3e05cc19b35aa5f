/** A role that somebody or something holds beside their own, as the API tells it. */
export interface Assignment {
  readonly id: string;
  readonly role: string;
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly api_key_id: string | null;
  readonly workspace_id: string | null;
  readonly not_before: string | null;
  readonly expires_at: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
}

export type Standing = 'counts' | 'later' | 'over';

/** Whether an assignment counts at a moment; its end is the first moment at which it no longer does. */
export function standing({not_before, expires_at}: Pick<Assignment, 'not_before' | 'expires_at'>, now: number): Standing {
  if (expires_at !== null && Date.parse(expires_at) <= now) {
    return 'over';
  }
  return not_before !== null && Date.parse(not_before) > now ? 'later' : 'counts';
}

/** What a moment of a form is on the wire: it was typed by the clock on the wall. */
export function instantOf(local: string | null): string | null {
  return local === null ? null : new Date(local).toISOString();
}
