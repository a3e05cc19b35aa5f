import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patch, post} from '../platform/api.js';
import {field, valuesOf} from '../components/form.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem, problemPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import '../people/person-choice.js';
import type {Team} from './team.js';

/** Makes a team, or changes one. */
@customElement('fh-team-form')
export class TeamForm extends PlainElement {
  /** Which one to change; empty for a new one. */
  @property({attribute: false}) teamId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private team: Team | null = null;
  @state() private manager: string | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('teamId') && this.teamId !== '') {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const ready = this.teamId === '' || this.team !== null;
    return drawer({
      title: this.teamId === '' ? 'New team' : `Edit ${this.team?.name ?? 'team'}`,
      body: this.missing !== null ? problemPanel(this.missing) : ready ? this.form() : skeletonRows(4),
      foot: formButtons('team', this.teamId === '' ? 'Make team' : 'Save', this.saving || !ready),
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {team, failure} = this;
    return html`<form id="team" @submit=${this.save}>
      ${formProblem(failure, this.readAgain)}
      ${field({name: 'name', label: 'Name', value: team?.name, required: true, maxLength: 200, failure})}
      ${field({name: 'department', label: 'Department', value: team?.department, maxLength: 100, failure})}
      ${field({name: 'description', label: 'Description', value: team?.description, rows: 3, maxLength: 4000, failure})}
      <fh-person-choice
        .label=${'Manager'}
        .userId=${this.manager}
        @chosen=${(event: CustomEvent<string | null>) => (this.manager = event.detail)}
      ></fh-person-choice>
    </form>`;
  }

  /** What somebody else has changed is shown; what was typed elsewhere stays. */
  private readAgain = (): void => {
    this.failure = null;
    void this.read();
  };

  private async read(): Promise<void> {
    try {
      this.team = await get<Team>(`/api/teams/${this.teamId}`);
      this.manager = this.team.manager_id;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = {...valuesOf(form), manager_id: this.manager};
    this.saving = true;
    try {
      await (this.teamId === '' ? post('/api/teams', body) : patch(`/api/teams/${this.teamId}`, body, this.team!));
      notify('The team was saved.');
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  };
}
