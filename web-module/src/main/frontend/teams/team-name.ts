import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {PlainElement} from '../components/plain-element.js';
import type {Team} from './team.js';

/** The name of a team of which only the id is at hand, as the way to it; the beginning of the id to those who may not know it. */
@customElement('fh-team-name')
export class TeamName extends PlainElement {
  @property({attribute: false}) teamId = '';
  @state() private name: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('teamId') && session.can('teams:read')) {
      void get<Team>(`/api/teams/${this.teamId}`)
        .then((team) => (this.name = team.name))
        .catch(() => (this.name = null));
    }
  }

  override render(): TemplateResult {
    return this.name === null
      ? html`<code>${this.teamId.slice(0, 8)}</code>`
      : html`<a href=${address(`teams/${this.teamId}`)}>${this.name}</a>`;
  }
}
