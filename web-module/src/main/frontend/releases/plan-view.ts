import {html, nothing, type TemplateResult} from 'lit';
import {number} from '../platform/format.js';
import {icon} from '../components/icon.js';
import {badge, type Tone} from '../components/parts.js';
import {type DryRun, type Finding, severityTone, type Step} from './release.js';

/** The steps in their order, each with what it locks, how long it may take and its SQL both ways. */
export function stepsOf(steps: readonly Step[], done: number): TemplateResult {
  return html`<ol class="steps-of-plan">
    ${steps.map((step) => stepOf(step, step.number <= done))}
  </ol>`;
}

function stepOf(step: Step, done: boolean): TemplateResult {
  return html`<li class=${done ? 'done' : ''}>
    <details class="section">
      <summary>
        <span>${icon(done ? 'check' : 'right')}${step.number}. ${step.title}</span>
        <span class="badges">
          ${badge(lockWords(step.lock), lockTone(step.lock))} ${badge(step.part === 'transaction' ? 'in the transaction' : 'apart')}
          ${step.hazards.length > 0 ? badge(`${step.hazards.length} to know`, 'warn') : nothing}
        </span>
      </summary>
      ${step.hazards.length === 0 ? nothing : html`<ul class="hazards">${step.hazards.map((hazard) => html`<li>${hazard.message}</li>`)}</ul>`}
      <p class="muted">${budgetWords(step)}</p>
      <h3>Up</h3>
      ${sql(step.up, `Up of step ${step.number}`)}
      <h3>Down</h3>
      ${sql(step.down, `Down of step ${step.number}`)}
    </details>
  </li>`;
}

function sql(statements: readonly string[], name: string): TemplateResult {
  return statements.length === 0
    ? html`<p class="muted">Nothing.</p>`
    : html`<pre class="sql" tabindex="0" role="region" aria-label=${name}>${statements.join(';\n')};</pre>`;
}

/** Which lock is taken, as people who wait for it see it. */
function lockTone(lock: string): Tone {
  return lock === 'access_exclusive' || lock === 'exclusive' ? 'warn' : 'calm';
}

function lockWords(lock: string): string {
  return lock === 'none' ? 'no lock' : `${lock.replaceAll('_', ' ')} lock`;
}

function budgetWords({budget}: Step): string {
  const statement = budget.statement_millis === 0 ? '' : `, at most ${seconds(budget.statement_millis)} a statement`;
  return `Waits at most ${seconds(budget.lock_millis)} for its lock, ${budget.attempts} times${statement}.`;
}

function seconds(millis: number): string {
  return `${Number((millis / 1000).toFixed(1))} s`;
}

/** What was found about the plan, the worst first, with the form that would be safe. */
export function findingsOf(findings: readonly Finding[]): TemplateResult {
  if (findings.length === 0) {
    return html`<p class="muted">Nothing stands against it.</p>`;
  }
  const order = ['error', 'warning', 'info'];
  const sorted = [...findings].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return html`<ul class="release-findings">
    ${sorted.map(
      (finding) =>
        html`<li>
          <p>${badge(finding.severity, severityTone(finding.severity))} ${finding.message}</p>
          <p class="fine muted">Change ${finding.change + 1}${finding.rule === 0 ? nothing : html`, rule ${finding.rule}`}</p>
          ${finding.safe_form === null ? nothing : html`<p class="fine">Safe form: <code>${finding.safe_form}</code></p>`}
        </li>`,
    )}
  </ul>`;
}

/** What the dry run has proved. */
export function proofOf(run: DryRun | null): TemplateResult {
  if (run === null) {
    return html`<p class="muted">It was not tried.</p>`;
  }
  const rows = run.sampled.reduce((sum, one) => sum + one.rows, 0);
  const rewritten = [...new Set(run.steps.flatMap((step) => step.rewritten_tables))];
  return html`<ul class="proof">
      <li>${mark(run.reversible)} Down gives back what was there before</li>
      <li>${mark(run.repeatable)} Up again gives the same as the first time</li>
    </ul>
    <dl class="facts">
      <div><dt>Tried with</dt><dd>${number(rows)} rows of ${run.sampled.length === 1 ? 'a table' : `${number(run.sampled.length)} tables`}</dd></div>
      <div><dt>Rewritten</dt><dd>${rewritten.length === 0 ? 'No table' : rewritten.join(', ')}</dd></div>
      <div><dt>Before</dt><dd><code>${run.start}</code></dd></div>
      <div><dt>After up</dt><dd><code>${run.after_up}</code></dd></div>
      <div><dt>After down</dt><dd><code>${run.after_down}</code></dd></div>
      <div><dt>Up again</dt><dd><code>${run.after_up_again}</code></dd></div>
    </dl>`;
}

function mark(held: boolean): TemplateResult {
  return html`${badge(held ? 'proved' : 'not so', held ? 'good' : 'bad')}`;
}

/** A digest where there is little room. */
export function shortDigest(digest: string): string {
  return digest.replace(/^(sha256:[0-9a-f]{12}).*$/, '$1…');
}

