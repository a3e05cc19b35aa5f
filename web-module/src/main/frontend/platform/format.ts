const LOCALE = navigator.language;
const DAY = new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'short', timeZone: 'UTC'});
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const EXACT = new Intl.DateTimeFormat(LOCALE, {dateStyle: 'full', timeStyle: 'long'});
const CLOCK = new Intl.DateTimeFormat(LOCALE, {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const NUMBER = new Intl.NumberFormat(LOCALE);
const AGO = new Intl.RelativeTimeFormat(LOCALE, {numeric: 'auto'});

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A calendar day, which is the same everywhere. */
export function day(date: string | null): string {
  return date === null ? '–' : DAY.format(new Date(date));
}

/** A calendar day where there is little room: 21 Nov. */
export function shortDay(date: string): string {
  return SHORT_DAY.format(new Date(date));
}

export function moment(iso: string | null): string {
  return iso === null ? '–' : MOMENT.format(new Date(iso));
}

export function exactMoment(iso: string): string {
  return EXACT.format(new Date(iso));
}

export function clock(iso: string): string {
  return CLOCK.format(new Date(iso));
}

export function number(value: number): string {
  return NUMBER.format(value);
}

/** An amount in its currency. */
export function money({amount, currency}: {readonly amount: number; readonly currency: string}): string {
  return new Intl.NumberFormat(LOCALE, {style: 'currency', currency}).format(amount);
}

const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A number of bytes, in units of 1,000 as disks are sold. */
export function size(bytes: number): string {
  const step = Math.min(SIZES.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${SIZES[step]}`;
}

const SHORT = new Intl.NumberFormat(LOCALE, {notation: 'compact', maximumFractionDigits: 2});
const LONG_NUMBER = 1_000_000;

/** A number where there is little room: 3.51M. */
export function shortNumber(value: number): string {
  return value < LONG_NUMBER ? number(value) : SHORT.format(value);
}

/** How long ago, or how soon. */
export function ago(iso: string | null): string {
  if (iso === null) {
    return 'never';
  }
  const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return unit === undefined ? (seconds > 0 ? 'in a moment' : 'just now') : AGO.format(Math.trunc(seconds / unit[1]), unit[0]);
}

export function duration(from: string | null, to: string | null): string {
  if (from === null) {
    return '–';
  }
  const end = to === null ? Date.now() : new Date(to).getTime();
  const seconds = Math.max(0, Math.round((end - new Date(from).getTime()) / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) {
    return `${hours} h ${minutes} min`;
  }
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

const SPANS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** A length of time in its largest unit: 5,400 as “1.5 h”. */
export function span(seconds: number | null): string {
  if (seconds === null) {
    return '–';
  }
  const [name, size] = SPANS.find((unit) => seconds >= unit[1]) ?? SPANS[3];
  return `${Number((seconds / size).toFixed(seconds / size < 10 ? 1 : 0))} ${name}`;
}

/** A share as a percentage. */
export function share(part: number | null): string {
  return part === null ? '–' : `${Math.round(part * 100)} %`;
}

/** A wire name as people read it: `in_progress` as “In progress”. */
export function words(name: string): string {
  if (name === 'todo') {
    return 'To do';
  }
  const spaced = name.replace(/[_.]/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function initials(name: string): string {
  const parts = name.replace(/@.*/, '').split(/[\s._-]+/).filter((part) => part !== '');
  return (parts[0]?.charAt(0) ?? '?').toUpperCase() + (parts[1]?.charAt(0) ?? '').toUpperCase();
}
