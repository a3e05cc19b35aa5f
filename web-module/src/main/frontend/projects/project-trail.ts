import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, type Page} from '../platform/api.js';
import {words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {differences} from '../audit/difference.js';
import type {AuditEvent} from '../audit/events.js';
import {icon} from '../components/icon.js';
import {badge, emptyState, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

const EVENTS = 30;
const NAMES = 4;

/** The newest events of a project, as a line through time. */
@customElement('fh-project-trail')
export class ProjectTrail extends PlainElement {
  @property({attribute: false}) projectId = '';
  @state() private page: Page<AuditEvent> | null = null;
  @state() private failure: unknown = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('projectId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-label="Trail">${this.content()}</section>`;
  }

  private content(): TemplateResult {
    if (this.failure !== null) {
      return problemPanel(this.failure, () => void this.read());
    }
    if (this.page === null) {
      return skeletonRows(6);
    }
    if (this.page.items.length === 0) {
      return emptyState('audit', 'Nothing happened yet', 'Whatever is done to this project from now on is kept here.');
    }
    return html`<ol class="history">
        ${this.page.items.map((event) => this.event(event))}
      </ol>
      <a class="button" href=${address('audit', {project_id: this.projectId})}>All of its trail${icon('right')}</a>`;
  }

  private event(event: AuditEvent): TemplateResult {
    const changed = differences(event.old_values, event.new_values).map((one) => words(one.name).toLowerCase());
    return html`<li class=${event.success ? '' : 'refused'}>
      <p>
        <strong>${words(event.action)}</strong>
        ${event.success ? nothing : badge(event.error ?? 'refused', 'bad')}
      </p>
      <p class="muted">
        ${event.user_email ?? words(event.actor_type)} · ${when(event.timestamp)}
        ${changed.length === 0 ? nothing : html`· ${told(changed)}`}
      </p>
    </li>`;
  }

  private async read(): Promise<void> {
    try {
      this.page = await get<Page<AuditEvent>>('/api/audit-logs', {project_id: this.projectId, limit: EVENTS});
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

/** The first few, and how many more there are. */
function told(names: readonly string[]): string {
  return names.length <= NAMES ? names.join(', ') : `${names.slice(0, NAMES).join(', ')} and ${names.length - NAMES} more`;
}
