import type {Freeze} from './environment.js';

/** A freeze that comes once, before it is filled in. */
export const ONCE: Freeze = {from: null, until: null, weekly: null, reason: ''};

/** The freeze that most begin with: over the weekend. */
export function weekend(zone: string): Freeze {
  return {
    from: null,
    until: null,
    weekly: {from_day: 'friday', from_time: '16:00', until_day: 'monday', until_time: '08:00', zone},
    reason: '',
  };
}

/** A moment as an input takes it, by the clock on the wall. */
export function localOf(iso: string | null): string {
  if (iso === null) {
    return '';
  }
  const moment = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** What was typed into an input as a moment of the wire. */
export function momentOf(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}
