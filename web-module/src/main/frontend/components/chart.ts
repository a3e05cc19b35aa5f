import {html, nothing, svg, type TemplateResult} from 'lit';
import {day, number, shortDay, words} from '../platform/format.js';
import {percentOf, segments, topOf} from './scale.js';

export interface DayBar {
  readonly date: string;
  readonly count: number;
  /** The part of the count that is drawn in another colour. */
  readonly part?: number;
}

const WIDTH = 600;
const HEIGHT = 160;
const GAP = 0.25;

/** Bars of neighbouring days; the same numbers unfold as a table. */
export function dayBars(title: string, bars: readonly DayBar[], partName?: string): TemplateResult {
  const top = topOf(Math.max(...bars.map((bar) => bar.count), 0));
  return html`<figure class="chart" aria-label=${title}>
    <div class="plot" aria-hidden="true">
      <ol class="axis">
        ${[top, top / 2, 0].map((tick) => html`<li>${number(tick)}</li>`)}
      </ol>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
        ${[0, 0.5, 1].map((part) => svg`<line class="grid" x1="0" x2=${WIDTH} y1=${HEIGHT * part} y2=${HEIGHT * part} />`)}
        ${bars.map((bar, index) => dayBar(bar, index, WIDTH / bars.length, top, partName))}
      </svg>
      <p class="days">${marked(bars).map((bar) => html`<span>${shortDay(bar.date)}</span>`)}</p>
    </div>
    <figcaption>
      ${partName === undefined
        ? nothing
        : html`<span class="key"><i class="share critical" aria-hidden="true"></i>${words(partName)}</span>`}
      <details>
        <summary>Numbers</summary>
        ${numbers(title, bars, partName)}
      </details>
    </figcaption>
  </figure>`;
}

function dayBar(bar: DayBar, index: number, step: number, top: number, partName?: string): unknown {
  const height = (bar.count / top) * HEIGHT;
  const part = ((bar.part ?? 0) / top) * HEIGHT;
  const x = index * step + (step * GAP) / 2;
  const width = step * (1 - GAP);
  return svg`<g class="bar">
    <title>${day(bar.date)}: ${number(bar.count)}${partName ? `, ${number(bar.part ?? 0)} ${partName}` : ''}</title>
    <rect class="reach" x=${index * step} y="0" width=${step} height=${HEIGHT} />
    <rect x=${x} y=${HEIGHT - height} width=${width} height=${height} />
    <rect class="part" x=${x} y=${HEIGHT - part} width=${width} height=${part} />
  </g>`;
}

/** The first day, the one in the middle and the last. */
function marked(bars: readonly DayBar[]): DayBar[] {
  return [0, Math.floor((bars.length - 1) / 2), bars.length - 1].map((at) => bars[at]).filter((bar) => bar !== undefined);
}

function numbers(title: string, bars: readonly DayBar[], partName?: string): TemplateResult {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}, numbers">
    <table>
      <caption class="visually-hidden">${title}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" class="numeric">All</th>
          ${partName === undefined ? nothing : html`<th scope="col" class="numeric">${words(partName)}</th>`}
        </tr>
      </thead>
      <tbody>
        ${[...bars].reverse().map(
          (bar) =>
            html`<tr>
              <th scope="row">${day(bar.date)}</th>
              <td class="numeric">${number(bar.count)}</td>
              ${partName === undefined ? nothing : html`<td class="numeric">${number(bar.part ?? 0)}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** How a whole is made of named parts: one bar in colours, and a list with the numbers. */
export function shareBar(title: string, parts: Readonly<Record<string, number>>, href: (name: string) => string): TemplateResult {
  const given = Object.entries(parts);
  const total = given.reduce((sum, [, count]) => sum + count, 0);
  return html`<figure class="shares" aria-label=${title}>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      ${segments(parts).map(({name, x, width}) => svg`<rect class="share ${name}" x=${x} y="0" width=${width} height="4" />`)}
    </svg>
    <ul>
      ${given.map(
        ([name, count]) =>
          html`<li>
            <i class="share ${name}" aria-hidden="true"></i><a href=${href(name)}>${words(name)}</a>
            <span class="muted">${percentOf(count, total)} %</span><strong>${number(count)}</strong>
          </li>`,
      )}
    </ul>
  </figure>`;
}
