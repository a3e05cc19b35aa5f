import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {get, download, type Page} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {badge, emptyState, pageHeading, problemPanel, refusedPanel, skeletonRows, when} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {type Checkpoint, keep, publishedKeys, signer} from './checkpoint.js';
import {bytesOf, canVerify, continues} from './merkle.js';

const SHOWN = 50;

interface Consistency {
  readonly from_root: string;
  readonly to_root: string;
  readonly proof: readonly string[];
}

/** Null: not verified, as this browser cannot. */
interface Verdict {
  readonly signed: boolean | null;
  readonly continued: boolean | null;
}

/** The signed statements over the trail: each verified here, and compared with the newest. */
@customElement('fh-audit-checkpoints')
export class CheckpointsPage extends PlainElement {
  @state() private checkpoints: readonly Checkpoint[] | null = null;
  @state() private verdicts: ReadonlyMap<number, Verdict> = new Map();
  @state() private failure: unknown = null;
  @state() private open: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('audit:read')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const heading = pageHeading({
      title: 'Checkpoints',
      lead: 'Signed statements over the trail. Whoever keeps one elsewhere finds out when anything before it is changed.',
      back: {href: address('audit'), label: 'Audit'},
      actions: session.can('audit:read')
        ? html`<button class="button" type="button" @click=${() => void this.sign()}>Sign now</button>`
        : undefined,
    });
    if (!session.can('audit:read')) {
      return html`${heading}<section class="card">${refusedPanel('audit:read')}</section>`;
    }
    return html`${heading}
      ${this.failure === null ? nothing : html`<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`}
      <section class="card">${this.checkpoints === null ? skeletonRows(6) : this.table(this.checkpoints)}</section>`;
  }

  private table(checkpoints: readonly Checkpoint[]): TemplateResult {
    return checkpoints.length === 0
      ? emptyState('audit', 'Nothing was signed yet', 'The first checkpoint is signed a minute after the first event, or now.')
      : html`<div class="table-scroll" tabindex="0" role="region" aria-label="Checkpoints">
          <table>
            <thead>
              <tr>
                <th scope="col">Signed</th><th scope="col">Events</th><th scope="col">Root</th>
                <th scope="col">Signature</th><th scope="col">Beside the newest</th><th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              ${checkpoints.map((one) => this.row(one))}
            </tbody>
          </table>
        </div>`;
  }

  private row(one: Checkpoint): TemplateResult {
    const verdict = this.verdicts.get(one.size);
    const opened = this.open === one.size;
    return html`<tr>
        <td>${when(one.signed_at)}</td>
        <td>${one.size}</td>
        <td><code title=${one.root}>${one.root.slice(0, 12)}…</code></td>
        <td>${told(verdict?.signed, 'verified', 'wrong')}</td>
        <td>${told(verdict?.continued, 'continued', 'rewritten')}</td>
        <td>
          <button class="button quiet small" type="button" aria-expanded=${opened} @click=${() => (this.open = opened ? null : one.size)}>
            ${opened ? 'Hide' : 'Show'}
          </button>
          <button class="button quiet small" type="button" @click=${() => keep(`${one.size}.checkpoint`, one.note)}>Keep</button>
        </td>
      </tr>
      ${opened ? html`<tr><td colspan="6"><pre tabindex="0">${one.note}</pre></td></tr>` : nothing}`;
  }

  private async sign(): Promise<void> {
    try {
      await download('/api/audit/checkpoint');
      await this.read();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async read(): Promise<void> {
    this.failure = null;
    try {
      this.checkpoints = (await get<Page<Checkpoint>>('/api/audit/checkpoints', {limit: SHOWN})).items;
      await this.verify(this.checkpoints);
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async verify(checkpoints: readonly Checkpoint[]): Promise<void> {
    const [newest] = checkpoints;
    if (newest === undefined || !canVerify()) {
      return;
    }
    const keys = await publishedKeys(newest.log);
    for (const one of checkpoints) {
      const verdict = {signed: await isSigned(one, keys), continued: await isContinued(one, newest)};
      this.verdicts = new Map(this.verdicts).set(one.size, verdict);
    }
  }
}

function told(verdict: boolean | null | undefined, good: string, bad: string): TemplateResult {
  if (verdict === null || verdict === undefined) {
    return html`<span class="muted">${verdict === null || !canVerify() ? 'not verified here' : '…'}</span>`;
  }
  return badge(verdict ? good : bad, verdict ? 'good' : 'bad');
}

async function isSigned(one: Checkpoint, keys: readonly string[]): Promise<boolean | null> {
  try {
    return (await signer(one.note, keys)) !== null;
  } catch (failure) {
    if (failure instanceof DOMException) {
      // Ed25519 is unknown to it.
      return null;
    }
    throw failure;
  }
}

/** What the server proves is compared with what both checkpoints say. */
async function isContinued(one: Checkpoint, newest: Checkpoint): Promise<boolean> {
  const shown = await get<Consistency>('/api/audit/consistency', {from: one.size, to: newest.size});
  return continues(one.size, newest.size, shown.proof.map(bytesOf), one.root, newest.root);
}
