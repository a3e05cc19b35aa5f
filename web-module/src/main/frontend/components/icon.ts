import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

const SHAPES = {
  overview: svg`<path d="M3 12h4l3 8 4-16 3 8h4"/>`,
  projects: svg`<path d="M3 7a2 2 0 0 1 2-2h4l2 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>`,
  tasks: svg`<path d="M9 6h12M9 12h12M9 18h12M3 6l1 1 2-2M3 12l1 1 2-2M3 18l1 1 2-2"/>`,
  people: svg`<circle cx="9" cy="8" r="4"/><path d="M2 21a7 7 0 0 1 14 0M16 4a4 4 0 0 1 0 8M18 15a7 7 0 0 1 4 6"/>`,
  teams: svg`<circle cx="12" cy="5" r="3"/><circle cx="5" cy="18" r="3"/><circle cx="19" cy="18" r="3"/><path d="M12 8v4M12 12l-5 3.500M12 12l5 3.500"/>`,
  audit: svg`<path d="M12 3l8 3v6c0 4.500-3.200 7.800-8 9-4.800-1.200-8-4.500-8-9V6z"/><path d="M9 12l2 2 4-4"/>`,
  releases: svg`<path d="M12 15V5M8 8.500l4-4.500 4 4.500M5 13v6a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-6"/>`,
  environments: svg`<rect x="3" y="4" width="18" height="6" rx="1"/><rect x="3" y="14" width="18" height="6" rx="1"/><path d="M7 7h.500M7 17h.500"/>`,
  jobs: svg`<path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2"/><circle cx="12" cy="12" r="4"/>`,
  schedule: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,
  health: svg`<path d="M12 21s-8-5-8-11a4.500 4.500 0 0 1 8-2.800A4.500 4.500 0 0 1 20 10c0 6-8 11-8 11z"/>`,
  settings: svg`<circle cx="12" cy="12" r="3"/><path d="M12 2v4M12 18v4M4 7l3.500 2M16.500 15l3.500 2M4 17l3.500-2M16.500 9L20 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  down: svg`<path d="M6 9l6 6 6-6"/>`,
  right: svg`<path d="M9 6l6 6-6 6"/>`,
  left: svg`<path d="M15 6l-6 6 6 6"/>`,
  up: svg`<path d="M6 15l6-6 6 6"/>`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M5 19l1.400-1.400M17.600 6.400L19 5"/>`,
  moon: svg`<path d="M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z"/>`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>`,
  search: svg`<circle cx="11" cy="11" r="7"/><path d="M16.500 16.500L21 21"/>`,
  play: svg`<path d="M7 4l13 8-13 8z"/>`,
  stop: svg`<rect x="6" y="6" width="12" height="12" rx="1"/>`,
  restart: svg`<path d="M4 12a8 8 0 1 1 2.500 5.800M4 20v-5h5"/>`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13"/>`,
  check: svg`<path d="M5 12l5 5 9-10"/>`,
  alert: svg`<path d="M12 3l10 18H2zM12 10v4M12 17.500v.500"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="10" rx="2"/><path d="M8 11V7a4 4 0 0 1 8 0v4"/>`,
  out: svg`<path d="M15 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-4M10 8l-4 4 4 4M6 12h10"/>`,
  inherit: svg`<path d="M6 4v8a4 4 0 0 0 4 4h9M14 11l5 5-5 5"/>`,
  roles: svg`<circle cx="8" cy="15" r="5"/><path d="M11.500 11.500L20 3M16 7l3 3M13.500 9.500l2 2"/>`,
  flags: svg`<path d="M5 21V4M5 4c5-3 8 3 14 0v10c-6 3-9-3-14 0"/>`,
  policies: svg`<path d="M12 3v18M7 21h10M4 7h16M4 7l-2.500 6h5zM20 7l-2.500 6h5z"/>`,
  edit: svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/>`,
  file: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>`,
  money: svg`<rect x="3" y="6" width="18" height="12" rx="2"/><circle cx="12" cy="12" r="2.500"/>`,
  board: svg`<rect x="3" y="4" width="5" height="16" rx="1"/><rect x="10" y="4" width="5" height="10" rx="1"/><rect x="17" y="4" width="4" height="13" rx="1"/>`,
  table: svg`<rect x="3" y="5" width="18" height="14" rx="1"/><path d="M3 10h18M3 15h18M9 10v9"/>`,
  upload: svg`<path d="M12 15V4M7 9l5-5 5 5M4 20h16"/>`,
  columns: svg`<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M9 4v16M15 4v16"/>`,
  analytics: svg`<path d="M4 20V4M4 20h16M8 16v-5M13 16V8M18 16v-9"/>`,
  domains: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>`,
  command: svg`<path d="M5 8l4 4-4 4M12 17h7"/>`,
  pause: svg`<path d="M8 5v14M16 5v14"/>`,
  tenants: svg`<path d="M3 21V9l6-4v16M9 21V11l6 3v7M15 21v-9l6 3v6M2 21h20"/>`,
  home: svg`<path d="M4 21V4h11v17M15 9h5v12M8 8h3M8 12h3M8 16h3M2 21h20"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

/** A picture beside words; it says nothing by itself. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}
