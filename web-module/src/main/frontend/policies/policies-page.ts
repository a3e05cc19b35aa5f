import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {patch} from '../platform/api.js';
import {address} from '../platform/address.js';
import {moment} from '../platform/format.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, pageHeading} from '../components/parts.js';
import type {Policy} from './policy.js';
import './policy-form.js';

/** How many permissions of a policy its row names. */
const NAMED = 3;

/** The rules with conditions of the tenant. */
@customElement('fh-policies')
export class PoliciesPage extends ListPage<Policy> {
  protected readonly source = '/api/policies';
  protected readonly name = 'Policies';
  @state() private refused: unknown = null;

  protected readonly columns: readonly Column<Policy>[] = [
    {
      title: 'Policy',
      sort: 'name',
      cell: (policy) =>
        html`<a class="titled" href=${address(`policies/${policy.id}`, router.query)}>
          <strong>${policy.name}</strong><small>${policy.description ?? ''}</small>
        </a>`,
      csv: (policy) => policy.name,
    },
    {
      title: 'Effect',
      cell: (policy) => badge(policy.effect, policy.effect === 'deny' ? 'bad' : 'good'),
      csv: (policy) => policy.effect,
    },
    {
      title: 'About',
      spare: true,
      cell: ({target: {permissions}}) =>
        html`<span class="codes">
          ${permissions.slice(0, NAMED).map((one) => html`<code>${one}</code>`)} ${permissions.length > NAMED ? '…' : nothing}
        </span>`,
      csv: ({target}) => target.permissions.join(' '),
    },
    {
      title: 'State',
      cell: (policy) => (!policy.enabled ? badge('off', 'calm') : policy.report_only ? badge('reports only', 'info') : badge('on', 'good')),
      csv: (policy) => (!policy.enabled ? 'off' : policy.report_only ? 'reports only' : 'on'),
    },
    {title: 'Priority', sort: 'priority', numeric: true, spare: true, cell: ({priority}) => priority, csv: ({priority}) => priority},
    {
      title: 'Until',
      spare: true,
      cell: ({expires}) => html`<span class="nowrap">${expires === null ? 'no end' : moment(expires)}</span>`,
      csv: ({expires}) => expires,
    },
    {title: 'Actions', silent: true, cell: (policy) => this.actions(policy)},
  ];

  protected heading(): TemplateResult {
    return html`${pageHeading({
      title: 'Policies',
      lead: 'Rules with conditions, beside what roles give.',
      actions: session.can('policies:write')
        ? html`<a class="button primary" href=${address('policies/new', router.query)}>${icon('plus')}New policy</a>`
        : nothing,
    })}
    ${formProblem(this.refused)}`;
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'permission', label: 'Permission'})} ${filter({name: 'effect', label: 'Effect', options: ['allow', 'deny']})}
    ${filter({
      name: 'enabled',
      label: 'State',
      options: [
        {value: 'true', label: 'On'},
        {value: 'false', label: 'Off'},
      ],
    })}
    ${filter({
      name: 'report_only',
      label: 'Counts',
      options: [
        {value: 'false', label: 'Decides'},
        {value: 'true', label: 'Reports only'},
      ],
    })}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No policy is like that', 'Take a filter away to see more policies.')
      : emptyState('policies', 'There are no policies yet', 'A policy allows or denies something while its condition is true.');
  }

  protected override overlay(): unknown {
    const [id] = this.rest;
    return id === undefined
      ? nothing
      : html`<fh-policy-form
          .policyId=${id === 'new' ? '' : id}
          .closed=${() => router.go('policies', router.query)}
          @saved=${() => void this.reload()}
        ></fh-policy-form>`;
  }

  private actions(policy: Policy): TemplateResult | typeof nothing {
    if (!session.can('policies:write')) {
      return nothing;
    }
    const {enabled, report_only} = policy;
    return html`<span class="row-actions">
      ${this.action(policy, enabled ? 'Switch off' : 'Switch on', {enabled: !enabled})}
      ${this.action(policy, report_only ? 'Let it decide' : 'Report only', {report_only: !report_only})}
    </span>`;
  }

  private action(policy: Policy, title: string, change: Partial<Policy>): TemplateResult {
    return html`<button class="button quiet small" type="button" aria-label="${title}: ${policy.name}" @click=${() => this.change(policy, change)}>
      ${title}
    </button>`;
  }

  private async change(policy: Policy, change: Partial<Policy>): Promise<void> {
    try {
      await patch<Policy>(`/api/policies/${policy.id}`, change, policy);
      this.refused = null;
      notify(`${policy.name} was changed.`);
    } catch (failure) {
      this.refused = failure;
    }
    await this.reload();
  }
}
