import {html, type TemplateResult} from 'lit';
import {session} from '../platform/session.js';
import type {IconName} from '../components/icon.js';
import '../alerts/alerts-page.js';
import '../analytics/analytics-page.js';
import '../audit/audit-page.js';
import '../audit/checkpoints-page.js';
import '../audit/proof-page.js';
import '../compliance/compliance-page.js';
import '../compliance/report-page.js';
import '../domains/domains-page.js';
import '../environments/environment-page.js';
import '../environments/environments-page.js';
import '../flags/flags-page.js';
import '../health/health-page.js';
import '../jobs/jobs-page.js';
import '../jobs/run-page.js';
import '../jobs/runs-page.js';
import '../jobs/schedules-page.js';
import '../market/market-page.js';
import '../market/template-form.js';
import '../market/use-page.js';
import '../overview/overview-page.js';
import '../people/people-page.js';
import '../files/file-list.js';
import '../plans/plan-page.js';
import '../plans/plans-page.js';
import '../policies/policies-page.js';
import '../projects/project-page.js';
import '../projects/projects-page.js';
import '../releases/release-list.js';
import '../releases/release-page.js';
import '../releases/releases-page.js';
import '../retention/expired-page.js';
import '../retention/holds-page.js';
import '../retention/retention-page.js';
import '../roles/assignments-page.js';
import '../roles/roles-page.js';
import '../tasks/tasks-page.js';
import '../teams/teams-page.js';
import '../tenants/tenants-page.js';
import {WEBHOOK_PAGES} from '../webhooks/pages.js';

/** A page of the dashboard; the first whose path begins the address is open. */
export interface DashboardPage {
  readonly path: string;
  readonly title: string;
  /** In the menu, with the picture beside it. */
  readonly icon?: IconName;
  readonly group?: 'Work' | 'Delivery' | 'Organisation' | 'Operations';
  /** What one must hold to be shown the way there. */
  readonly permission?: string;
  /** Only for those who are in the tenant that operates the platform. */
  readonly platform?: boolean;
  /** Only for those who are in another. */
  readonly tenants?: boolean;
  render(rest: readonly string[]): TemplateResult;
}

export const PAGES: readonly DashboardPage[] = [
  {path: 'overview', title: 'Overview', icon: 'overview', group: 'Work', render: () => html`<fh-overview></fh-overview>`},
  {
    path: 'analytics',
    title: 'Analytics',
    icon: 'analytics',
    group: 'Work',
    permission: 'analytics:read',
    render: () => html`<fh-analytics></fh-analytics>`,
  },
  {
    path: 'projects',
    title: 'Projects',
    icon: 'projects',
    group: 'Work',
    permission: 'projects:read',
    render: (rest) =>
      rest[0] === undefined || rest[0] === 'new'
        ? html`<fh-projects .rest=${rest}></fh-projects>`
        : html`<fh-project .projectId=${rest[0]} .tab=${rest[1] ?? ''}></fh-project>`,
  },
  {
    path: 'tasks',
    title: 'Tasks',
    icon: 'tasks',
    group: 'Work',
    permission: 'tasks:read',
    render: (rest) => html`<fh-tasks .rest=${rest}></fh-tasks>`,
  },
  {
    path: 'files',
    title: 'Files',
    icon: 'file',
    group: 'Work',
    permission: 'files:read',
    render: () => html`<fh-files></fh-files>`,
  },
  {
    path: 'releases/all',
    title: 'All releases',
    permission: 'releases:read',
    render: () => html`<fh-release-list></fh-release-list>`,
  },
  {
    path: 'releases',
    title: 'Releases',
    icon: 'releases',
    group: 'Delivery',
    permission: 'releases:read',
    render: (rest) =>
      rest[0] === undefined || rest[0] === 'new'
        ? html`<fh-releases .rest=${rest}></fh-releases>`
        : html`<fh-release .rest=${rest}></fh-release>`,
  },
  {
    path: 'environments',
    title: 'Environments',
    icon: 'environments',
    group: 'Delivery',
    permission: 'environments:read',
    render: (rest) =>
      rest[0] === undefined || rest[0] === 'new'
        ? html`<fh-environments .rest=${rest}></fh-environments>`
        : html`<fh-environment .rest=${rest}></fh-environment>`,
  },
  {
    path: 'flags',
    title: 'Flags',
    icon: 'flags',
    group: 'Delivery',
    permission: 'flags:read',
    render: (rest) => html`<fh-flags .rest=${rest}></fh-flags>`,
  },
  ...WEBHOOK_PAGES,
  {
    path: 'people',
    title: 'People',
    icon: 'people',
    group: 'Organisation',
    permission: 'users:read',
    render: (rest) => html`<fh-people .rest=${rest}></fh-people>`,
  },
  {
    path: 'teams',
    title: 'Teams',
    icon: 'teams',
    group: 'Organisation',
    permission: 'teams:read',
    render: (rest) => html`<fh-teams .rest=${rest}></fh-teams>`,
  },
  {
    path: 'roles/assignments',
    title: 'Role assignments',
    permission: 'roles:read',
    render: (rest) => html`<fh-role-assignments .rest=${rest}></fh-role-assignments>`,
  },
  {
    path: 'roles',
    title: 'Roles',
    icon: 'roles',
    group: 'Organisation',
    permission: 'roles:read',
    render: (rest) => html`<fh-roles .rest=${rest}></fh-roles>`,
  },
  {
    path: 'policies',
    title: 'Policies',
    icon: 'policies',
    group: 'Organisation',
    permission: 'policies:read',
    render: (rest) => html`<fh-policies .rest=${rest}></fh-policies>`,
  },
  {
    path: 'domains',
    title: 'Domains',
    icon: 'domains',
    group: 'Organisation',
    permission: 'domains:read',
    render: (rest) => html`<fh-domains .rest=${rest}></fh-domains>`,
  },
  {
    path: 'plan',
    title: 'Plan and usage',
    icon: 'money',
    group: 'Organisation',
    permission: 'billing:read',
    tenants: true,
    render: () => html`<fh-plan></fh-plan>`,
  },
  {
    path: 'audit/checkpoints',
    title: 'Checkpoints',
    permission: 'audit:read',
    render: () => html`<fh-audit-checkpoints></fh-audit-checkpoints>`,
  },
  {
    path: 'audit/proof',
    title: 'Proof of an event',
    render: (rest) => html`<fh-audit-proof .eventId=${rest[0] ?? ''}></fh-audit-proof>`,
  },
  {
    path: 'audit',
    title: 'Audit',
    icon: 'audit',
    group: 'Organisation',
    permission: 'audit:read',
    render: (rest) => html`<fh-audit .rest=${rest}></fh-audit>`,
  },
  {
    path: 'retention/holds',
    title: 'Legal holds',
    permission: 'compliance:read',
    render: (rest) => html`<fh-legal-holds .rest=${rest}></fh-legal-holds>`,
  },
  {
    path: 'retention/expired',
    title: 'Expired months',
    permission: 'compliance:read',
    render: (rest) => html`<fh-expired .rest=${rest}></fh-expired>`,
  },
  {
    path: 'retention',
    title: 'Retention',
    icon: 'lock',
    group: 'Organisation',
    permission: 'compliance:read',
    render: (rest) => html`<fh-retention .rest=${rest}></fh-retention>`,
  },
  {
    path: 'compliance',
    title: 'Compliance',
    icon: 'check',
    group: 'Organisation',
    permission: 'compliance:read',
    render: (rest) =>
      rest[0] === undefined || rest[0] === 'new'
        ? html`<fh-compliance .rest=${rest}></fh-compliance>`
        : html`<fh-report .reportId=${rest[0]}></fh-report>`,
  },
  {
    path: 'alerts',
    title: 'Alerts',
    icon: 'alert',
    group: 'Organisation',
    permission: 'audit:read',
    render: (rest) => html`<fh-alerts .rest=${rest}></fh-alerts>`,
  },
  {path: 'jobs/schedules', title: 'Schedules', render: (rest) => html`<fh-schedules .rest=${rest}></fh-schedules>`},
  {
    path: 'jobs/runs',
    title: 'Runs',
    render: (rest) => (rest.length === 0 ? html`<fh-runs></fh-runs>` : html`<fh-run .rest=${rest}></fh-run>`),
  },
  {
    path: 'jobs',
    title: 'Jobs',
    icon: 'jobs',
    group: 'Operations',
    permission: 'jobs:read',
    render: (rest) => html`<fh-jobs .rest=${rest}></fh-jobs>`,
  },
  {
    path: 'tenants',
    title: 'Tenants',
    icon: 'tenants',
    group: 'Operations',
    permission: 'tenants:admin',
    platform: true,
    render: (rest) => html`<fh-tenants .rest=${rest}></fh-tenants>`,
  },
  {
    path: 'plans',
    title: 'Plans',
    icon: 'money',
    group: 'Operations',
    permission: 'billing:admin',
    platform: true,
    render: (rest) => html`<fh-plans .rest=${rest}></fh-plans>`,
  },
  {
    path: 'market/uses',
    title: 'Tenant of a template',
    permission: 'templates:read',
    platform: true,
    render: (rest) => html`<fh-template-use .use=${rest[0] ?? ''}></fh-template-use>`,
  },
  {
    path: 'market',
    title: 'Marketplace',
    icon: 'market',
    group: 'Operations',
    permission: 'templates:read',
    platform: true,
    render: (rest) =>
      rest[0] === undefined ? html`<fh-market></fh-market>` : html`<fh-template-form .template=${rest[0]}></fh-template-form>`,
  },
  {
    path: 'health',
    title: 'Health',
    icon: 'health',
    group: 'Operations',
    permission: 'system:read',
    render: () => html`<fh-health></fh-health>`,
  },
];

/** Whether the way to a page is shown. */
export function reachable(page: DashboardPage): boolean {
  return (page.permission === undefined || session.can(page.permission)) && (session.inPlatform ? !page.tenants : !page.platform);
}

export interface Opened {
  readonly page: DashboardPage;
  readonly rest: readonly string[];
}

/** The page at an address, or null where there is none. */
export function opened(path: string): Opened | null {
  const parts = (path === '' ? 'overview' : path).split('/');
  for (const page of PAGES) {
    const own = page.path.split('/');
    if (own.every((part, index) => part === parts[index])) {
      return {page, rest: parts.slice(own.length)};
    }
  }
  return null;
}
