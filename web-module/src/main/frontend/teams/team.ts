export interface Team {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly department: string | null;
  readonly manager_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface TeamMember {
  readonly id: string;
  readonly team_id: string;
  readonly user_id: string;
  readonly role: string;
  readonly created_at: string;
}
