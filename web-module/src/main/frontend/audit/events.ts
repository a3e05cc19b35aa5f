import type {Tone} from '../components/parts.js';

export interface AuditEvent {
  readonly id: string;
  readonly action: string;
  readonly user_id: string | null;
  readonly user_email: string | null;
  readonly actor_type: string;
  readonly resource_type: string | null;
  readonly resource_id: string | null;
  readonly project_id: string | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly timestamp: string;
  readonly success: boolean;
  readonly occurred_at: string;
  readonly recorded_by: string;
  readonly severity: 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
  readonly pii_accessed: boolean;
  readonly compliance_relevant: boolean;
  readonly old_values: Readonly<Record<string, unknown>>;
  readonly new_values: Readonly<Record<string, unknown>>;
  readonly request_id: string | null;
  readonly error: string | null;
}

export function severityTone(severity: AuditEvent['severity']): Tone {
  return severity === 'CRITICAL' || severity === 'ERROR' ? 'bad' : severity === 'WARNING' ? 'warn' : 'calm';
}
