import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {remove} from '../platform/api.js';
import {address, type Query} from '../platform/address.js';
import {moment} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import type {Option} from '../components/form.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, type Tone, when} from '../components/parts.js';
import {personFilter} from '../people/person-filter.js';
import {nameOf} from '../people/users.js';
import {type Assignment, type Standing, standing} from './assignment.js';
import './assignment-form.js';
import {type Choices, NO_CHOICES, readChoices} from './choices.js';
import {rolesHeading} from './roles-heading.js';

const TONES: Readonly<Record<Standing, Tone>> = {counts: 'good', later: 'info', over: 'calm'};

/** Who holds which role beside their own, where, and for how long. */
@customElement('fh-role-assignments')
export class AssignmentsPage extends ListPage<Assignment> {
  protected readonly source = '/api/role-assignments';
  protected readonly name = 'Role assignments';
  @state() private choices: Choices = NO_CHOICES;
  @state() private people: ReadonlyMap<string, string> = new Map();
  @state() private leaving: Assignment | null = null;
  @state() private refused: unknown = null;

  protected readonly columns: readonly Column<Assignment>[] = [
    {
      title: 'Role',
      cell: (one) => html`<a href=${address(`roles/role/${one.role}`)}>${one.role}</a>`,
      csv: (one) => one.role,
    },
    {title: 'To', cell: (one) => this.holder(one), csv: (one) => this.holderName(one)},
    {title: 'Where', cell: (one) => html`<span class="nowrap">${this.place(one.workspace_id)}</span>`, csv: (one) => this.place(one.workspace_id)},
    {
      title: 'State',
      cell: (one) => badge(standing(one, Date.now()), TONES[standing(one, Date.now())]),
      csv: (one) => standing(one, Date.now()),
    },
    {
      title: 'From',
      spare: true,
      cell: (one) => html`<span class="nowrap">${one.not_before === null ? 'at once' : moment(one.not_before)}</span>`,
      csv: (one) => one.not_before,
    },
    {
      title: 'Until',
      cell: (one) => html`<span class="nowrap">${one.expires_at === null ? 'no end' : moment(one.expires_at)}</span>`,
      csv: (one) => one.expires_at,
    },
    {title: 'Given', spare: true, cell: (one) => when(one.created_at), csv: (one) => one.created_at},
    {title: 'Actions', silent: true, cell: (one) => this.actions(one)},
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readChoices();
  }

  protected override arrived(rows: readonly Assignment[]): void {
    const ids = session.can('users:read') ? [...new Set(rows.flatMap(({user_id}) => user_id ?? []))] : [];
    void Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const)).then((names) => (this.people = new Map(names)));
  }

  protected heading(): TemplateResult {
    const give = html`<a class="button primary" href=${address('roles/assignments/new', router.query)}>${icon('plus')}Give a role</a>`;
    return html`${rolesHeading('roles/assignments', session.can('roles:write') ? give : nothing)} ${formProblem(this.refused)}`;
  }

  protected filters(query: Query): unknown {
    const {roles, teams, keys, places} = this.choices;
    return html`${filter({name: 'role', label: 'Role', options: withOpen(roles, query['role'])})}
    ${session.can('users:read') ? personFilter('user_id', 'Person') : nothing}
    ${teams.length === 0 ? nothing : filter({name: 'team_id', label: 'Team', options: withOpen(teams, query['team_id'])})}
    ${keys.length === 0 ? nothing : filter({name: 'api_key_id', label: 'API key', options: withOpen(keys, query['api_key_id'])})}
    ${places.length === 0 ? nothing : filter({name: 'workspace_id', label: 'Workspace', options: withOpen(places, query['workspace_id'])})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'Nobody was given a role like that', 'Take a filter away to see more of them.')
      : emptyState('roles', 'Nobody was given a role yet', 'Roles can be given to people, teams and API keys beside their own, for a time or for good.');
  }

  protected override overlay(): unknown {
    if (this.rest[0] === 'new') {
      return html`<fh-assignment-form
        .choices=${this.choices}
        .closed=${() => router.go('roles/assignments', router.query)}
        @saved=${() => void this.reload()}
      ></fh-assignment-form>`;
    }
    return this.leaving === null ? nothing : this.asked(this.leaving);
  }

  private asked(one: Assignment): TemplateResult {
    return question({
      title: `Take ${one.role} from ${this.holderName(one)}?`,
      body: html`<p>What they may do through it ends with their next request.</p>`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Keep</button>
        <button class="button danger" type="button" @click=${() => this.take(one)}>Take it</button>`,
      closed: () => (this.leaving = null),
    });
  }

  private actions(one: Assignment): TemplateResult | typeof nothing {
    return session.can('roles:write')
      ? html`<span class="row-actions">
          <button
            class="button quiet small"
            type="button"
            aria-label="Take ${one.role} from ${this.holderName(one)}"
            @click=${() => (this.leaving = one)}
          >
            Take away
          </button>
        </span>`
      : nothing;
  }

  private holder(one: Assignment): TemplateResult {
    const kind = one.user_id !== null ? 'person' : one.team_id !== null ? 'team' : 'API key';
    const inside = html`<strong>${this.holderName(one)}</strong><small>${kind}</small>`;
    const path = this.people.has(one.user_id ?? '') ? `people/${one.user_id}` : one.team_id !== null ? `teams/${one.team_id}` : null;
    return path === null ? html`<span class="titled">${inside}</span>` : html`<a class="titled" href=${address(path)}>${inside}</a>`;
  }

  private holderName({user_id, team_id, api_key_id}: Assignment): string {
    const id = (user_id ?? team_id ?? api_key_id)!;
    const known = [...this.choices.teams, ...this.choices.keys].find(({value}) => value === id)?.label;
    return this.people.get(id) ?? known ?? id.slice(0, 8);
  }

  private place(id: string | null): string {
    return id === null ? 'whole tenant' : (this.choices.places.find(({value}) => value === id)?.label ?? id.slice(0, 8));
  }

  private async take(one: Assignment): Promise<void> {
    this.leaving = null;
    try {
      await remove(`/api/role-assignments/${one.id}`);
      this.refused = null;
      notify(`${one.role} was taken from ${this.holderName(one)}.`);
    } catch (failure) {
      this.refused = failure;
    }
    await this.reload();
  }

  private async readChoices(): Promise<void> {
    try {
      this.choices = await readChoices();
    } catch (failure) {
      this.failure = failure;
    }
  }
}

/** What is set stays to be seen, also when it is none of those that were read. */
function withOpen(options: readonly Option[], open: string | undefined): readonly Option[] {
  return open === undefined || options.some(({value}) => value === open) ? options : [...options, {value: open, label: open}];
}
