import {html, nothing, type TemplateResult} from 'lit';
import type {Finding} from '../platform/json-findings.js';
import {icon} from './icon.js';

export interface JsonText {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  readonly readonly?: boolean;
  /** Null while it is being checked. */
  readonly findings: readonly Finding[] | null;
  /** What is said when there is nothing to find. */
  readonly faultless: string;
  typed(text: string): void;
}

/** A text in JSON with what was found in it; each finding leads to its line. */
export function jsonText(field: JsonText): TemplateResult {
  const faulty = field.findings?.some(({level}) => level === 'error') ?? false;
  return html`<div class="field ${faulty ? 'faulty' : ''}">
      <label for=${field.id}>${field.label}</label>
      <textarea
        id=${field.id}
        class="json"
        rows=${field.rows}
        spellcheck="false"
        autocomplete="off"
        ?readonly=${field.readonly ?? false}
        aria-describedby="${field.id}-findings"
        aria-invalid=${faulty ? 'true' : nothing}
        .value=${field.text}
        @input=${(event: Event) => field.typed((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <div id="${field.id}-findings" role="status">${report(field)}</div>`;
}

function report({id, findings, faultless}: JsonText): TemplateResult {
  if (findings === null) {
    return html`<p class="hint">Checking…</p>`;
  }
  return findings.length === 0
    ? html`<p class="hint">${faultless}</p>`
    : html`<ul class="findings" aria-label="What was found">
        ${findings.map((finding) => line(id, finding))}
      </ul>`;
}

function line(id: string, finding: Finding): TemplateResult {
  return html`<li class=${finding.level}>
    ${icon('alert')}
    <span>
      <button class="button quiet small" type="button" @click=${() => show(id, finding.line)}>Line ${finding.line}</button>
      ${finding.pointer === '' ? nothing : html`<code>${finding.pointer}</code>`} ${finding.detail}
    </span>
  </li>`;
}

/** Selects a line, and brings it into sight. */
function show(id: string, line: number): void {
  const area = document.getElementById(id) as HTMLTextAreaElement;
  const lines = area.value.split('\n');
  const begin = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight * (line - 1)) / lines.length - area.clientHeight / 2;
}
