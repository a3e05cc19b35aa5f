import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Health} from './words.js';

const STEP = 7;
const HEIGHT = 16;

/** How the newest deliveries went: a bar for each, the newest at the right, and the same in words. */
export function healthMark(health: Health | undefined): TemplateResult {
  if (health === undefined) {
    return html`<span class="muted">nothing sent lately</span>`;
  }
  const {latest, delivered, ended} = health;
  return html`<span class="health-mark">
    <svg width=${latest.length * STEP} height=${HEIGHT} aria-hidden="true">
      ${[...latest].reverse().map(
        ({status}, index) => svg`<rect class=${status} x=${index * STEP} y="0" width=${STEP - 2} height=${HEIGHT} rx="1" />`,
      )}
    </svg>
    <small>${ended === 0 ? nothing : `${delivered} of ${ended} arrived`}</small>
  </span>`;
}
