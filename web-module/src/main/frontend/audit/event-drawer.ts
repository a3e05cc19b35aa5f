import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {exactMoment, words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {drawer} from '../components/modal.js';
import {badge, emptyState, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Difference, differences} from './difference.js';
import {type AuditEvent, severityTone} from './events.js';

/** One event with all that is known of it, and what it changed. */
@customElement('fh-event-drawer')
export class EventDrawer extends PlainElement {
  @property({attribute: false}) event: AuditEvent | null = null;
  @property({attribute: false}) loaded = true;
  @property({attribute: false}) closed: () => void = () => {};

  override render(): TemplateResult {
    const event = this.event;
    return drawer({
      title: event === null ? 'Event' : words(event.action),
      lead: event === null ? undefined : exactMoment(event.timestamp),
      body: event === null ? this.missing() : this.body(event),
      wide: true,
      closed: this.closed,
    });
  }

  private missing(): TemplateResult {
    return this.loaded
      ? emptyState('search', 'It is not on this page of the trail', 'Narrow the trail to the event, then open it.')
      : skeletonRows(6);
  }

  private body(event: AuditEvent): TemplateResult {
    const changes = differences(event.old_values, event.new_values);
    return html`<p class="badges">
        ${event.success ? badge('done', 'good') : badge(event.error ?? 'failed', 'bad')}
        ${badge(event.severity.toLowerCase(), severityTone(event.severity))}
        ${event.pii_accessed ? badge('personal data', 'warn') : nothing}
        ${event.compliance_relevant ? badge('compliance', 'info') : nothing}
      </p>
      ${changes.length === 0
        ? html`<p class="muted">No values changed.</p>`
        : html`<h3>What changed</h3>
            ${table(changes)}`}
      <h3>All that is known</h3>
      <dl class="facts">
        ${this.fact('Who', event.user_email ?? words(event.actor_type), {user_id: event.user_id ?? ''})}
        ${this.fact('Resource', event.resource_type === null ? '–' : `${words(event.resource_type)} ${event.resource_id ?? ''}`, {
          resource_id: event.resource_id ?? '',
        })}
        ${this.fact('Project', event.project_id ?? '–', {project_id: event.project_id ?? ''})}
        ${this.fact('Action', event.action, {action: event.action})}
        ${this.fact('Request', event.request_id ?? '–', {request_id: event.request_id ?? ''})}
        ${this.fact('Address', event.ip_address ?? '–')} ${this.fact('Client', event.user_agent ?? '–')}
        ${event.recorded_by === 'freehold' ? nothing : this.fact('Recorded by', event.recorded_by)}
        ${event.occurred_at === event.timestamp ? nothing : this.fact('Happened', exactMoment(event.occurred_at))}
        ${this.fact('Event', event.id)}
      </dl>
      <p><a class="button" href=${address(`audit/proof/${event.id}`)}>Prove it</a></p>`;
  }

  /** A fact, as a link to all events that share it. */
  private fact(name: string, text: string, narrowing: Readonly<Record<string, string>> = {}): TemplateResult {
    const shared = Object.values(narrowing).some((value) => value !== '');
    return html`<div>
      <dt>${name}</dt>
      <dd>
        ${shared ? html`<a href=${address('audit', narrowing)} title="All events with the same">${text}</a>` : text}
      </dd>
    </div>`;
  }
}

function table(changes: readonly Difference[]): TemplateResult {
  return html`<table class="difference">
    <thead>
      <tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr>
    </thead>
    <tbody>
      ${changes.map(
        (change) =>
          html`<tr class=${change.kind}>
            <th scope="row">${words(change.name)}</th>
            <td>${change.kind === 'added' ? html`<span class="muted">nothing</span>` : html`<del>${change.before}</del>`}</td>
            <td>${change.kind === 'removed' ? html`<span class="muted">nothing</span>` : html`<ins>${change.after}</ins>`}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
