import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, post} from '../platform/api.js';
import {number} from '../platform/format.js';
import {session} from '../platform/session.js';
import {closeDialog, drawer} from '../components/modal.js';
import {badge, formProblem, problemPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {percentOf} from '../components/scale.js';
import {type Replay, replayTone} from './replay.js';

const LOOK_MILLIS = 1_500;

/** One replay of many while it happens. Tells `changed` when it is over. */
@customElement('fh-webhook-replay')
export class ReplayDrawer extends PlainElement {
  @property({attribute: false}) replayId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private replay: Replay | null = null;
  @state() private missing: unknown = null;
  @state() private failure: unknown = null;
  private timer = 0;

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('replayId')) {
      void this.look();
    }
  }

  override render(): TemplateResult {
    const {replay} = this;
    return drawer({
      title: 'Replay',
      lead: replay === null ? undefined : html`Started ${when(replay.created_at)}`,
      body: this.missing !== null ? problemPanel(this.missing) : replay === null ? skeletonRows(5) : this.body(replay),
      foot: html`<button class="button" type="button" @click=${closeDialog}>Close</button>
        ${replay?.status === 'running' && session.can('webhooks:write')
          ? html`<button class="button danger-quiet" type="button" @click=${this.cancel}>Stop it</button>`
          : nothing}`,
      closed: this.closed,
    });
  }

  private body(replay: Replay): TemplateResult {
    const part = percentOf(replay.done, replay.total);
    return html`${formProblem(this.failure)}
      <div class="spending">
        <p class="badges">${badge(replay.status, replayTone(replay.status))} <span>${number(replay.done)} of ${number(replay.total)}</span></p>
        <progress max="100" value=${part} aria-label="Done">${part} %</progress>
      </div>
      <ul class="figures">
        ${figure('Arrived', replay.delivered)} ${figure('Given up', replay.exhausted)} ${figure('Skipped', replay.skipped)}
      </ul>`;
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const before = this.replay?.status;
      this.replay = await get<Replay>(`/api/webhooks/replays/${this.replayId}`);
      if (this.replay.status === 'running' && this.isConnected) {
        this.timer = window.setTimeout(() => void this.look(), LOOK_MILLIS);
      } else if (before === 'running') {
        this.dispatchEvent(new Event('changed'));
      }
    } catch (failure) {
      this.missing = failure;
    }
  }

  private cancel = async (): Promise<void> => {
    try {
      await post(`/api/webhooks/replays/${this.replayId}/cancel`);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    await this.look();
    this.dispatchEvent(new Event('changed'));
  };
}

function figure(name: string, count: number | undefined): TemplateResult {
  return html`<li><strong>${number(count ?? 0)}</strong><span>${name}</span></li>`;
}
