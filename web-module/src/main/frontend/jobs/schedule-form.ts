import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, patch, post, remove} from '../platform/api.js';
import {field} from '../components/form.js';
import {drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {cronInWords} from './cron.js';
import type {Job, Schedule} from './job.js';
import {parameterFields, parametersOf} from './parameter-fields.js';

/** Gives a job its times, or changes them. */
@customElement('fh-schedule-form')
export class ScheduleForm extends PlainElement {
  /** Which one to change; null for a new one. */
  @property({attribute: false}) schedule: Schedule | null = null;
  @property({attribute: false}) jobs: readonly Job[] = [];
  @property({attribute: false}) closed: () => void = () => {};
  @state() private job = '';
  @state() private cron = '0 3 * * *';
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('schedule')) {
      this.job = this.schedule?.job ?? this.jobs[0]?.name ?? '';
      this.cron = this.schedule?.cron ?? '0 3 * * *';
    }
  }

  override render(): TemplateResult {
    return drawer({
      title: this.schedule === null ? 'New schedule' : 'Edit schedule',
      lead: 'It fires once, however many nodes there are.',
      body: this.form(),
      foot: html`${this.schedule === null
          ? nothing
          : html`<button class="button danger-quiet" type="button" @click=${this.delete}>Delete</button>`}
        <button class="button primary" form="schedule" ?disabled=${this.saving}>Save</button>`,
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {schedule, failure} = this;
    const parameters = this.jobs.find((job) => job.name === this.job)?.parameters ?? [];
    return html`<form id="schedule" @submit=${this.save} @input=${this.typed}>
      ${formProblem(failure, this.reload)}
      ${field({
        name: 'job',
        label: 'Job',
        value: this.job,
        required: true,
        options: (schedule === null ? this.jobs : this.jobs.filter((job) => job.name === this.job)).map((job) => ({
          value: job.name,
          label: job.title,
        })),
        failure,
      })}
      ${field({
        name: 'cron',
        label: 'Times (cron)',
        value: schedule?.cron ?? '0 3 * * *',
        required: true,
        maxLength: 100,
        hint: `Minute, hour, day, month, weekday. ${cronInWords(this.cron)}.`,
        failure,
      })}
      ${field({name: 'zone', label: 'Time zone', value: schedule?.zone ?? 'UTC', required: true, maxLength: 60, failure})}
      <label class="check">
        <input type="checkbox" name="enabled" ?checked=${schedule?.enabled ?? true} />
        <span>On<small>Switch it off to keep it for later.</small></span>
      </label>
      ${parameterFields(parameters, schedule?.parameters ?? {}, failure)}
    </form>`;
  }

  private typed = (event: InputEvent): void => {
    const input = event.target as HTMLInputElement;
    if (input.name === 'job') {
      this.job = input.value;
    } else if (input.name === 'cron') {
      this.cron = input.value;
    }
  };

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
    const times = {
      cron: text('cron'),
      zone: text('zone'),
      enabled: (form.elements.namedItem('enabled') as HTMLInputElement).checked,
      parameters: parametersOf(form, this.jobs.find((job) => job.name === this.job)?.parameters ?? []),
    };
    await this.attempt(async () => {
      await (this.schedule === null
        ? post('/api/jobs/schedules', {job: this.job, ...times})
        : change(this.schedule, times));
      notify('The schedule was saved.');
    });
  };

  private reload = (): void => {
    this.failure = null;
    this.dispatchEvent(new Event('saved'));
  };

  private delete = async (): Promise<void> => {
    await this.attempt(async () => {
      await remove(`/api/jobs/schedules/${this.schedule!.id}`);
      notify('The schedule was deleted.');
    });
  };

  private async attempt(change: () => Promise<void>): Promise<void> {
    this.saving = true;
    try {
      await change();
      this.dispatchEvent(new Event('saved'));
      this.querySelector('dialog')?.close();
    } catch (failure) {
      this.failure = failure;
    }
    this.saving = false;
  }
}

/** A schedule that fired meanwhile is another version of itself, which is no reason to refuse. */
async function change(schedule: Schedule, times: object): Promise<Schedule> {
  const path = `/api/jobs/schedules/${schedule.id}`;
  const now = await get<Schedule>(path);
  return patch(path, times, asSet(now) === asSet(schedule) ? now : schedule);
}

function asSet({cron, zone, enabled, parameters}: Schedule): string {
  return JSON.stringify([cron, zone, enabled, parameters]);
}
