import {keep, kept} from './kept.js';

const KEY = 'freehold.theme';
const DARK = matchMedia('(prefers-color-scheme: dark)');

export type Theme = 'light' | 'dark';

/** Tells when the colours have changed. */
export const themes = new EventTarget();

/** What was chosen, or what the system prefers. */
export function theme(): Theme {
  const chosen = kept(KEY);
  if (chosen === 'light' || chosen === 'dark') {
    return chosen;
  }
  return DARK.matches ? 'dark' : 'light';
}

/** Applies the colours, and follows the system from now on. */
export function startTheme(): void {
  DARK.addEventListener('change', apply);
  apply();
}

export function chooseTheme(chosen: Theme): void {
  keep(KEY, chosen);
  apply();
}

function apply(): void {
  document.documentElement.dataset['theme'] = theme();
  themes.dispatchEvent(new Event('change'));
}
