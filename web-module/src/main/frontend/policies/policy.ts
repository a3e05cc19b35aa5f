import {post} from '../platform/api.js';
import {type Finding, type Found, notJson, placed, refusalsIn} from '../platform/json-findings.js';

/** A rule with a condition beside what roles give, as the API tells it. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly effect: 'allow' | 'deny';
  readonly priority: number;
  readonly report_only: boolean;
  readonly enabled: boolean;
  readonly not_before: string | null;
  readonly expires: string | null;
  readonly target: {readonly permissions: readonly string[]};
  readonly condition: unknown;
  readonly created_at: string;
  readonly updated_at: string;
}

const EXAMPLE = {
  name: 'Changes from the office only',
  effect: 'deny',
  report_only: true,
  target: {permissions: ['projects:write']},
  condition: {attribute: 'environment.address', operator: 'not_in_network', value: ['10.0.0.0/8']},
};

/** What to begin a new policy with: it only reports until its author means it. */
export const BEGINNING = JSON.stringify(EXAMPLE, null, 2);

/** A policy as somebody would write it: without what only the server says, and without what is absent. */
export function textOf(policy: Policy): string {
  const {id: _id, created_at: _created, updated_at: _updated, ...written} = policy;
  const absent = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  return JSON.stringify(written, (_name, value: unknown) => (absent(value) ? undefined : value), 2);
}

/** What is wrong with a text that is to be a policy; nothing when it can be saved. */
export async function findingsIn(text: string): Promise<Finding[]> {
  const broken = notJson(text);
  if (broken !== null) {
    return [broken];
  }
  try {
    const report = await post<{findings: readonly Found[]}>('/api/policies/check', JSON.parse(text));
    return placed(text, report.findings);
  } catch (failure) {
    return refusalsIn(text, failure);
  }
}
