import type {Tone} from '../components/parts.js';

/** Those that a tenant switches on and off. */
export const RULES = ['refusals', 'new_places', 'unusual_hours', 'mass_export', 'privilege_escalation', 'settings_changed'] as const;

/** Those that alerts have: damage of the trail cannot be switched off. */
export const ALERT_RULES = [...RULES, 'trail_damaged'] as const;

/** A security alert as the API tells it. */
export interface Alert {
  readonly id: string;
  readonly rule: (typeof ALERT_RULES)[number];
  readonly severity: 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
  readonly status: 'open' | 'acknowledged' | 'resolved';
  readonly subject_type: 'user' | 'api_key' | 'network' | 'system';
  readonly subject_id: string;
  readonly summary: string;
  readonly count: number;
  readonly first_at: string;
  readonly last_at: string;
  readonly first_event_id: string;
  readonly last_event_id: string;
  readonly acknowledged_at: string | null;
  readonly acknowledged_by: string | null;
  readonly resolved_at: string | null;
  readonly resolved_by: string | null;
  readonly comment: string | null;
}

export interface Burst {
  readonly enabled: boolean;
  readonly threshold: number;
  readonly window_minutes: number;
}

/** What a tenant is warned of. */
export interface AlertRules {
  readonly refusals: Burst;
  readonly mass_export: Burst;
  readonly new_places: {readonly enabled: boolean};
  readonly unusual_hours: {readonly enabled: boolean};
  readonly privilege_escalation: {readonly enabled: boolean};
  readonly settings_changed: {readonly enabled: boolean};
  readonly quiet_minutes: number;
  readonly mail: boolean;
}

export function statusTone(status: Alert['status']): Tone {
  return status === 'open' ? 'bad' : status === 'acknowledged' ? 'info' : 'good';
}

export function severityTone(severity: Alert['severity']): Tone {
  return severity === 'CRITICAL' || severity === 'ERROR' ? 'bad' : severity === 'WARNING' ? 'warn' : 'calm';
}
