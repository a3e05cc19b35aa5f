import type {Tone} from '../components/parts.js';
import type {Kpis} from './kpi.js';

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly owner_id: string | null;
  readonly team_id: string | null;
  readonly department: string | null;
  readonly business_unit: string | null;
  readonly cost_center: string | null;
  readonly status: string;
  readonly priority: string;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly budget_allocated: number | null;
  readonly actual_cost: number | null;
  readonly security_level: string;
  readonly data_classification: string;
  readonly compliance_requirements: readonly string[];
  readonly visibility: string;
  readonly repo_url: string | null;
  readonly requires_approval: boolean;
  readonly review_due_date: string | null;
  readonly allowed_email_domains: readonly string[];
  readonly allowed_ips: readonly string[];
  readonly frameworks: readonly string[];
  readonly code_coverage_target: number | null;
  readonly test_success_target: number | null;
  readonly deployment_frequency: string | null;
  readonly lead_time_hours: number | null;
  readonly mttr_hours: number | null;
  readonly estimated_cost: number | null;
  readonly business_value: string | null;
  readonly primary_language: string | null;
  readonly kpis: Kpis;
  readonly stakeholders: readonly Stakeholder[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** Somebody with an interest in a project. */
export interface Stakeholder {
  readonly user_id: string;
  readonly role: string;
}

export const PROJECT_STATUSES = ['active', 'paused', 'completed', 'archived'];
export const SECURITY_LEVELS = ['public', 'internal', 'confidential', 'restricted'];
export const DATA_CLASSIFICATIONS = ['none', 'PII', 'PHI', 'financial'];
export const VISIBILITIES = ['public', 'team', 'private'];
export const PRIORITIES = ['low', 'medium', 'high', 'critical'];

export function projectTone(status: string): Tone {
  return ({active: 'good', paused: 'warn', completed: 'info'} as Record<string, Tone>)[status] ?? 'calm';
}

export function priorityTone(priority: string): Tone {
  return ({critical: 'bad', high: 'warn', medium: 'info'} as Record<string, Tone>)[priority] ?? 'calm';
}
