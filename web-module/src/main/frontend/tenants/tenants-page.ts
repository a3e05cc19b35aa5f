import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {words} from '../platform/format.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, pageHeading, when} from '../components/parts.js';
import './tenant-form.js';
import {type Tenant, TENANT_STATUSES, tenantTone, TIERS, transitions} from './tenant.js';

interface Move {
  readonly tenant: Tenant;
  readonly name: string;
}

const CONSEQUENCES: Readonly<Record<string, string>> = {
  activate: 'Its people can sign in and work.',
  suspend: 'Its people can read, and cannot change anything until it is resumed.',
  archive: 'Nobody can work in it any more. It can be restored.',
  resume: 'It goes back to where it was stopped.',
};

/** All tenants, for those who operate the platform. */
@customElement('fh-tenants')
export class TenantsPage extends ListPage<Tenant> {
  protected readonly source = '/api/tenants';
  protected readonly name = 'Tenants';
  @state() private move: Move | null = null;
  @state() private refused: unknown = null;

  protected readonly columns: readonly Column<Tenant>[] = [
    {
      title: 'Tenant',
      sort: 'slug',
      cell: (tenant) => html`<span class="titled"><strong>${tenant.name}</strong><small>${tenant.slug}</small></span>`,
      csv: (tenant) => tenant.slug,
    },
    {title: 'Status', cell: (tenant) => badge(tenant.status, tenantTone(tenant.status)), csv: (tenant) => tenant.status},
    {title: 'Tier', spare: true, cell: (tenant) => words(tenant.tier), csv: (tenant) => tenant.tier},
    {title: 'Owner', spare: true, cell: (tenant) => tenant.owner_email},
    {title: 'Within', spare: true, cell: (tenant) => tenant.parent_slug ?? '–', csv: (tenant) => tenant.parent_slug},
    {title: 'Made', spare: true, cell: (tenant) => when(tenant.created_at), csv: (tenant) => tenant.created_at},
    {title: 'Actions', silent: true, cell: (tenant) => this.actions(tenant)},
  ];

  protected heading(): TemplateResult {
    return html`${pageHeading({
      title: 'Tenants',
      lead: 'Every company on this installation, and whether it may work.',
      actions: html`<a class="button primary" href=${address('tenants/new', router.query)}>${icon('plus')}New tenant</a>`,
    })}
    ${formProblem(this.refused)}`;
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'status', label: 'Status', options: TENANT_STATUSES})}
    ${filter({name: 'tier', label: 'Tier', options: TIERS})}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No tenant is like that', 'Take a filter away to see more tenants.')
      : emptyState('tenants', 'There are no tenants yet', 'A tenant is a company with people, projects and a trail of its own.');
  }

  protected override overlay(): unknown {
    if (this.rest[0] === 'new') {
      return html`<fh-tenant-form
        .closed=${() => router.go('tenants', router.query)}
        @saved=${() => this.reload()}
      ></fh-tenant-form>`;
    }
    return this.move === null ? nothing : this.asked(this.move);
  }

  private asked(move: Move): TemplateResult {
    return question({
      title: `${words(move.name)} ${move.tenant.name}?`,
      body: html`<p>${CONSEQUENCES[move.name]}</p>`,
      foot: html`<button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button ${harmful(move.name) ? 'danger' : 'primary'}" type="button" @click=${() => this.make(move)}>
          ${words(move.name)}
        </button>`,
      closed: () => (this.move = null),
    });
  }

  private actions(tenant: Tenant): TemplateResult {
    return html`<span class="row-actions">
      ${transitions(tenant.status).map(
        (name) =>
          html`<button
            class="button quiet small"
            type="button"
            aria-label="${words(name)} ${tenant.name}"
            @click=${() => (this.move = {tenant, name})}
          >
            ${words(name)}
          </button>`,
      )}
    </span>`;
  }

  private async make({tenant, name}: Move): Promise<void> {
    this.move = null;
    try {
      const moved = await post<Tenant>(`/api/tenants/${encodeURIComponent(tenant.slug)}/${name}`);
      this.refused = null;
      notify(`${moved.name} is ${moved.status} now.`);
    } catch (failure) {
      this.refused = failure;
    }
    await this.reload();
  }
}

function harmful(name: string): boolean {
  return name === 'suspend' || name === 'archive';
}
