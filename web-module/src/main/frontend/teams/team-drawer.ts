import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page, post, remove} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {icon} from '../components/icon.js';
import {drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-name.js';
import '../people/person-picker.js';
import {nameOf, type User} from '../people/users.js';
import type {Team, TeamMember} from './team.js';

/** One team and its members. */
@customElement('fh-team-drawer')
export class TeamDrawer extends PlainElement {
  @property({attribute: false}) teamId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private team: Team | null = null;
  @state() private members: readonly TeamMember[] = [];
  @state() private names: ReadonlyMap<string, string> = new Map();
  @state() private failure: unknown = null;
  @state() private refused: unknown = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('teamId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const team = this.team;
    return drawer({
      title: team?.name ?? 'Team',
      lead: team?.department ?? undefined,
      body: this.failure !== null ? problemPanel(this.failure) : team === null ? skeletonRows(5) : this.body(team),
      foot:
        team !== null && session.can('teams:write')
          ? html`<a class="button primary" href=${address(`teams/${team.id}/edit`)}>${icon('edit')}Edit</a>`
          : undefined,
      closed: this.closed,
    });
  }

  private body(team: Team): TemplateResult {
    return html`${formProblem(this.refused)}
      ${team.description ? html`<p>${team.description}</p>` : nothing}
      <h3>${this.members.length === 1 ? '1 member' : `${this.members.length} members`}</h3>
      ${session.can('teams:write')
        ? html`<fh-person-picker
            .label=${'Add a member'}
            .without=${new Set(this.members.map((member) => member.user_id))}
            @picked=${this.add}
          ></fh-person-picker>`
        : nothing}
      ${this.members.length === 0 ? html`<p class="muted">Nobody is in this team yet.</p>` : nothing}
      <ul class="members">
        ${this.members.map((member) => this.member(member))}
      </ul>`;
  }

  private member(member: TeamMember): TemplateResult {
    return html`<li>
      <fh-person-name .userId=${member.user_id}></fh-person-name>
      ${member.role === 'member' ? nothing : badge(member.role, 'info')}
      ${session.can('teams:write')
        ? html`<button
            class="icon-button"
            type="button"
            aria-label="Remove ${this.names.get(member.user_id) ?? 'this member'}"
            @click=${() => this.end(member)}
          >
            ${icon('trash')}
          </button>`
        : nothing}
    </li>`;
  }

  private async read(): Promise<void> {
    try {
      this.team = await get<Team>(`/api/teams/${this.teamId}`);
      await this.readMembers();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async readMembers(): Promise<void> {
    this.members = (await get<Page<TeamMember>>(`/api/teams/${this.teamId}/members`, {limit: 200})).items;
    const names = this.members.map(async (member) => [member.user_id, await nameOf(member.user_id)] as const);
    this.names = new Map(await Promise.all(names));
  }

  private add = async (event: CustomEvent<User>): Promise<void> => {
    await this.attempt(async () => {
      await post('/api/team-members', {team_id: this.teamId, user_id: event.detail.id});
      notify(`${event.detail.name} is in the team.`);
    });
  };

  private async end(member: TeamMember): Promise<void> {
    await this.attempt(async () => {
      await remove(`/api/team-members/${member.id}`);
      notify('The membership has ended.');
    });
  }

  private async attempt(change: () => Promise<void>): Promise<void> {
    try {
      await change();
      this.refused = null;
      await this.readMembers();
    } catch (failure) {
      this.refused = failure;
    }
  }
}
