import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post} from '../platform/api.js';
import {address} from '../platform/address.js';
import {words} from '../platform/format.js';
import {session} from '../platform/session.js';
import {field, valuesOf} from '../components/form.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Alert, severityTone, statusTone} from './alert.js';

/** An alert: what was found, the events that show it, and what somebody does about it. */
@customElement('fh-alert-drawer')
export class AlertDrawer extends PlainElement {
  @property({attribute: false}) alertId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private alert: Alert | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('alertId')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const {alert} = this;
    const handled = alert === null || alert.status === 'resolved' || !session.can('audit:admin');
    return drawer({
      title: alert === null ? 'Alert' : words(alert.rule),
      body: this.missing !== null ? problemPanel(this.missing) : alert === null ? skeletonRows(6) : this.body(alert, handled),
      foot: handled ? undefined : this.buttons(alert),
      closed: this.closed,
    });
  }

  private body(alert: Alert, handled: boolean): TemplateResult {
    return html`${formProblem(this.failure)}
      <p>${alert.summary}</p>
      <dl class="facts">
        <div><dt>Status</dt><dd>${badge(alert.status, statusTone(alert.status))}</dd></div>
        <div><dt>Severity</dt><dd>${badge(alert.severity.toLowerCase(), severityTone(alert.severity))}</dd></div>
        <div><dt>About</dt><dd>${this.subject(alert)}</dd></div>
        <div><dt>Found</dt><dd>${alert.count === 1 ? 'once' : `${alert.count} times`}</dd></div>
        <div><dt>First</dt><dd>${when(alert.first_at)}</dd></div>
        <div><dt>Last</dt><dd>${when(alert.last_at)}</dd></div>
        ${alert.acknowledged_at === null ? nothing : html`<div><dt>Acknowledged</dt><dd>${when(alert.acknowledged_at)}</dd></div>`}
        ${alert.resolved_at === null ? nothing : html`<div><dt>Resolved</dt><dd>${when(alert.resolved_at)}</dd></div>`}
        ${alert.comment === null ? nothing : html`<div><dt>Comment</dt><dd>${alert.comment}</dd></div>`}
      </dl>
      <p>${this.trail(alert)}</p>
      ${handled
        ? nothing
        : html`<form id="alert-form" @submit=${(event: Event) => event.preventDefault()}>
            ${field({name: 'comment', label: 'Comment', maxLength: 1000, failure: this.failure})}
          </form>`}`;
  }

  private subject(alert: Alert): unknown {
    return html`${words(alert.subject_type)} <code>${alert.subject_id}</code>`;
  }

  /** What the person did around then; keys and networks are no filter of the trail. */
  private trail(alert: Alert): TemplateResult {
    const query = {
      ...(alert.subject_type === 'user' ? {user_id: alert.subject_id} : {}),
      from: alert.first_at.slice(0, 10),
      to: alert.last_at.slice(0, 10),
    };
    return html`<a href=${address('audit', query)}>What the trail tells of those days</a>`;
  }

  private buttons(alert: Alert): TemplateResult {
    return html`<button class="button" type="button" @click=${closeDialog}>Close</button>
      ${alert.status === 'open'
        ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.handle('acknowledge')}>Acknowledge</button>`
        : nothing}
      <button class="button primary" type="button" ?disabled=${this.busy} @click=${() => this.handle('resolve')}>Resolve</button>`;
  }

  private async read(): Promise<void> {
    try {
      this.alert = await get<Alert>(`/api/security/alerts/${this.alertId}`);
      this.missing = null;
    } catch (failure) {
      this.missing = failure;
    }
  }

  private async handle(what: 'acknowledge' | 'resolve'): Promise<void> {
    const form = this.querySelector<HTMLFormElement>('#alert-form');
    this.busy = true;
    try {
      this.alert = await post<Alert>(`/api/security/alerts/${this.alertId}/${what}`, form === null ? {} : valuesOf(form));
      this.failure = null;
      notify(`The alert is ${this.alert.status}.`);
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  }
}
