import {html, svg, type TemplateResult} from 'lit';
import {day, number, words} from '../platform/format.js';

export interface DayBar {
  readonly date: string;
  readonly count: number;
  /** The part of the count that is drawn in another colour. */
  readonly part?: number;
}

const WIDTH = 600;
const HEIGHT = 150;
const GAP = 0.25;

/** Bars of neighbouring days, with their numbers as a table for those who do not see them. */
export function dayBars(title: string, bars: readonly DayBar[], partName?: string): TemplateResult {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const step = WIDTH / Math.max(1, bars.length);
  const first = bars[0];
  const last = bars[bars.length - 1];
  return html`<figure class="chart">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${[0, 0.5, 1].map((part) => svg`<line class="grid" x1="0" x2=${WIDTH} y1=${HEIGHT * part} y2=${HEIGHT * part} />`)}
      ${bars.map((bar, index) => {
        const height = (bar.count / most) * (HEIGHT - 6);
        const refused = ((bar.part ?? 0) / most) * (HEIGHT - 6);
        const x = index * step + (step * GAP) / 2;
        const width = step * (1 - GAP);
        return svg`<g class="bar">
          <title>${day(bar.date)}: ${number(bar.count)}${partName ? `, ${number(bar.part ?? 0)} ${partName}` : ''}</title>
          <rect class="reach" x=${index * step} y="0" width=${step} height=${HEIGHT} />
          <rect x=${x} y=${HEIGHT - height} width=${width} height=${height} rx="2" />
          <rect class="part" x=${x} y=${HEIGHT - refused} width=${width} height=${refused} rx="2" />
        </g>`;
      })}
    </svg>
    <figcaption>
      <span>${first ? day(first.date) : ''}</span><span>most ${number(most)} a day</span><span>${last ? day(last.date) : ''}</span>
    </figcaption>
    <table class="visually-hidden">
      <caption>${title}</caption>
      <tbody>
        ${bars.map((bar) => html`<tr><th scope="row">${bar.date}</th><td>${bar.count}</td></tr>`)}
      </tbody>
    </table>
  </figure>`;
}

/** How a whole is made of named parts: one bar in colours, and a legend with the numbers. */
export function shareBar(parts: Readonly<Record<string, number>>, href: (name: string) => string): TemplateResult {
  const given = Object.entries(parts);
  const total = Math.max(1, given.reduce((sum, [, count]) => sum + count, 0));
  let x = 0;
  return html`<div class="shares">
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      ${given.map(([name, count]) => {
        const width = (count / total) * 100;
        const rect = svg`<rect class="share ${name}" x=${x} y="0" width=${Math.max(0, width - 0.4)} height="4" />`;
        x += width;
        return rect;
      })}
    </svg>
    <ul>
      ${given.map(
        ([name, count]) =>
          html`<li><i class="share ${name}" aria-hidden="true"></i><a href=${href(name)}>${words(name)}</a><strong>${number(count)}</strong></li>`,
      )}
    </ul>
  </div>`;
}
