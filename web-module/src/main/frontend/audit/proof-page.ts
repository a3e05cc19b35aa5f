import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {copied} from '../components/copied.js';
import {badge, pageHeading, problemPanel, refusedPanel, skeletonRows} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import {keep, parsed, publishedKeys, signer} from './checkpoint.js';
import {base64Of, bytesOf, canVerify, leafHash, rootOf} from './merkle.js';

interface Proof {
  readonly event_id: string;
  readonly log: string;
  readonly leaf: string;
  readonly leaf_hash: string;
  readonly index: number;
  readonly tree_size: number;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
  readonly proof: string;
}

/** One thing that was verified here. */
interface Check {
  readonly what: string;
  readonly holds: boolean | null;
  readonly why: string;
}

/** Proves one event: everything is computed in this browser, from bytes to signature. */
@customElement('fh-audit-proof')
export class ProofPage extends PlainElement {
  @property({attribute: false}) eventId = '';
  @state() private proof: Proof | null = null;
  @state() private checks: readonly Check[] = [];
  @state() private failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (session.can('audit:read')) {
      void this.read();
    }
  }

  override render(): TemplateResult {
    const heading = pageHeading({
      title: 'Proof of an event',
      lead: 'That it stands in the trail as it was recorded, verified by this browser.',
      back: {href: address(`audit/${this.eventId}`), label: 'The event'},
    });
    if (!session.can('audit:read')) {
      return html`${heading}<section class="card">${refusedPanel('audit:read')}</section>`;
    }
    if (this.failure !== null) {
      return html`${heading}<section class="card">${problemPanel(this.failure, () => void this.read())}</section>`;
    }
    return html`${heading}${this.proof === null
      ? html`<section class="card">${skeletonRows(6)}</section>`
      : this.body(this.proof)}`;
  }

  private body(proof: Proof): TemplateResult {
    return html`<section class="card" aria-label="Verified here">
        <h2>Verified here</h2>
        <dl class="facts">
          ${this.checks.map(
            (check) =>
              html`<div>
                <dt>${check.what}</dt>
                <dd>${check.holds === null ? badge('not verified', 'warn') : badge(check.holds ? 'holds' : 'wrong', check.holds ? 'good' : 'bad')} ${check.why}</dd>
              </div>`,
          )}
        </dl>
        <p class="muted">
          The key is the one that this server publishes. Compare it with one that you kept, and keep the proof: then nobody can
          take the event back.
        </p>
        <p>
          <button class="button" type="button" @click=${() => keep(`${proof.event_id}.tlog-proof`, proof.proof)}>Keep the proof</button>
          <a class="button" href=${address('audit/checkpoints')}>Checkpoints</a>
        </p>
      </section>
      <section class="card" aria-label="The proof">
        <h2>The proof</h2>
        <dl class="facts">
          <div><dt>Log</dt><dd><code>${proof.log}</code></dd></div>
          <div><dt>Place</dt><dd>${proof.index} of ${proof.tree_size}</dd></div>
          <div><dt>Leaf hash</dt><dd>${copied('leaf hash', proof.leaf_hash)}</dd></div>
          <div><dt>Path</dt><dd>${proof.inclusion.length === 0 ? html`<span class="muted">none is needed</span>` : nothing}
            <ol>${proof.inclusion.map((hash) => html`<li><code>${hash}</code></li>`)}</ol></dd></div>
        </dl>
        <h3>As it was recorded</h3>
        <pre tabindex="0">${text(proof.leaf)}</pre>
        <h3>Checkpoint</h3>
        <pre tabindex="0">${proof.checkpoint}</pre>
      </section>`;
  }

  private async read(): Promise<void> {
    this.failure = null;
    try {
      const proof = await get<Proof>(`/api/audit-logs/${encodeURIComponent(this.eventId)}/proof`);
      this.checks = await verified(proof);
      this.proof = proof;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function text(base64: string): string {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(bytesOf(base64))), null, 2);
  } catch {
    return new TextDecoder().decode(bytesOf(base64));
  }
}

async function verified(proof: Proof): Promise<readonly Check[]> {
  if (!canVerify()) {
    const why = 'This browser verifies only on pages that come over https: use the downloaded proof.';
    return [{what: 'The event', holds: null, why}];
  }
  const leaf = await leafHash(bytesOf(proof.leaf));
  const note = parsed(proof.checkpoint);
  const root = await rootOf(proof.index, note.size, leaf, proof.inclusion.map(bytesOf));
  return [
    {
      what: 'Bytes',
      holds: base64Of(leaf) === proof.leaf_hash && text(proof.leaf).includes(proof.event_id),
      why: 'The event as it was recorded has the leaf hash.',
    },
    {
      what: 'Place',
      holds: root !== null && base64Of(root) === note.root,
      why: `With ${proof.inclusion.length} hashes it leads to the root over ${note.size} events.`,
    },
    await signature(proof),
  ];
}

async function signature(proof: Proof): Promise<Check> {
  try {
    const key = await signer(proof.checkpoint, await publishedKeys(proof.log));
    return {what: 'Signature', holds: key !== null, why: key ?? 'No published key signed the checkpoint.'};
  } catch (failure) {
    if (failure instanceof DOMException) {
      return {what: 'Signature', holds: null, why: 'This browser does not know Ed25519.'};
    }
    throw failure;
  }
}
