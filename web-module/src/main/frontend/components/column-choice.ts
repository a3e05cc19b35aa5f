import {html, type TemplateResult} from 'lit';
import {keep, kept} from '../platform/kept.js';
import {icon} from './icon.js';

const KEY = 'freehold.columns.';

/** The columns of a list that the person took away; kept in the browser. */
export function hiddenColumns(list: string): ReadonlySet<string> {
  return new Set((kept(KEY + list) ?? '').split('|').filter((title) => title !== ''));
}

export function hideColumns(list: string, hidden: ReadonlySet<string>): void {
  keep(KEY + list, hidden.size === 0 ? null : [...hidden].join('|'));
}

/** A button that opens the choice of columns. */
export function columnChoice(
  titles: readonly string[],
  hidden: ReadonlySet<string>,
  change: (hidden: ReadonlySet<string>) => void,
): TemplateResult {
  const toggle = (title: string): void => {
    const next = new Set(hidden);
    if (!next.delete(title)) {
      next.add(title);
    }
    change(next);
  };
  return html`<details class="columns" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
    <summary class="button">${icon('columns')}Columns</summary>
    <fieldset>
      <legend class="visually-hidden">Columns that are shown</legend>
      ${titles.map(
        (title) =>
          html`<label><input type="checkbox" .checked=${!hidden.has(title)} @change=${() => toggle(title)} />${title}</label>`,
      )}
    </fieldset>
  </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    const details = event.currentTarget as HTMLDetailsElement;
    details.open = false;
    details.querySelector('summary')?.focus();
  }
}

function closeWhenLeft(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) {
    details.open = false;
  }
}
