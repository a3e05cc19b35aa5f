import {cell} from '../platform/csv.js';
import type {DayBar} from '../components/chart.js';

/** The key figures, as the API tells them; parts that one may not read are null. */
export interface Analytics {
  readonly people: {readonly users: number; readonly active_users: number; readonly teams: number} | null;
  readonly projects: {readonly total: number; readonly by_status: Readonly<Record<string, number>>} | null;
  readonly budget: {readonly allocated: number; readonly actual: number} | null;
  readonly velocity: {readonly completed: number; readonly completed_per_week: number; readonly open: number; readonly overdue: number} | null;
  readonly api: {readonly used: number; readonly percent: number | null} | null;
  readonly webhooks: {readonly deliveries: {readonly delivered: number; readonly exhausted: number; readonly success_rate: number | null}} | null;
  readonly delivery: {readonly deployments: number; readonly change_failure_rate: number | null} | null;
  readonly platform: PlatformFigures | null;
  readonly history: History;
}

export interface PlatformFigures {
  readonly tenants: {
    readonly total: number;
    readonly by_status: Readonly<Record<string, number>>;
    readonly by_tier: Readonly<Record<string, number>>;
    readonly by_plan: Readonly<Record<string, number>>;
  };
  readonly users: number;
  readonly monthly_revenue: readonly {readonly amount: number; readonly currency: string}[];
  readonly recent: {
    readonly deployments: number;
    readonly deployments_failed: number;
    readonly api_calls: number;
    readonly webhook_success_rate: number | null;
  };
}

export interface History {
  readonly from: string;
  readonly to: string;
  readonly computed_at: string | null;
  readonly series: readonly Series[];
}

export interface Series {
  readonly metric: string;
  readonly kind: 'flow' | 'level';
  readonly unit: 'count' | 'bytes' | 'amount';
  readonly description: string;
  readonly points: readonly {readonly date: string; readonly value: number}[];
}

const MEGABYTE = 1_000_000;
const DAY_MILLIS = 86_400_000;

/** The bars of a chart: a day between that nobody computed is drawn as nothing. */
export function barsOf(series: Series): DayBar[] {
  const values = new Map(series.points.map(({date, value}) => [date, value]));
  const first = series.points[0];
  const last = series.points[series.points.length - 1];
  if (first === undefined || last === undefined) {
    return [];
  }
  const bars: DayBar[] = [];
  for (let day = Date.parse(first.date); day <= Date.parse(last.date); day += DAY_MILLIS) {
    const date = new Date(day).toISOString().slice(0, 10);
    const value = values.get(date) ?? 0;
    bars.push({date, count: series.unit === 'bytes' ? Math.round(value / MEGABYTE) : value});
  }
  return bars;
}

/** What a chart is headed with. */
export function headingOf(series: Series): string {
  return series.unit === 'bytes' ? `${series.description}, in MB` : series.description;
}

/** All series as a table with a row a day (RFC 4180). */
export function csvOf(series: readonly Series[]): string {
  const days = [...new Set(series.flatMap(({points}) => points.map(({date}) => date)))].sort();
  const columns = series.map(({points}) => new Map(points.map(({date, value}) => [date, value])));
  const lines = [
    ['day', ...series.map(({metric}) => metric)],
    ...days.map((day) => [day, ...columns.map((values) => values.get(day) ?? '')]),
  ];
  return lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
}
