import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {post} from '../platform/api.js';
import {address} from '../platform/address.js';
import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {notify} from '../components/notice.js';
import {badge, emptyState, formProblem, pageHeading, when} from '../components/parts.js';
import {type Flag, served} from './flag.js';
import './flag-drawer.js';

/** No flag has such a key. */
const NEW = '_new';

/** The feature flags of the tenant. */
@customElement('fh-flags')
export class FlagsPage extends ListPage<Flag & {readonly id?: string}> {
  protected readonly source = '/api/flags';
  protected readonly name = 'Flags';
  @state() private refused: unknown = null;

  protected readonly columns: readonly Column<Flag>[] = [
    {
      title: 'Flag',
      sort: 'key',
      cell: (flag) =>
        html`<a class="titled" href=${address(`flags/${flag.key}`, router.query)}>
          <strong>${flag.key}</strong><small>${flag.name ?? flag.description ?? ''}</small>
        </a>`,
      csv: (flag) => flag.key,
    },
    {title: 'Type', spare: true, cell: ({type}) => badge(type), csv: ({type}) => type},
    {
      title: 'State',
      cell: (flag) => (flag.enabled ? badge('on', 'good') : badge('off', 'calm')),
      csv: (flag) => (flag.enabled ? 'on' : 'off'),
    },
    {title: 'Rules', numeric: true, spare: true, cell: ({rules}) => (rules ?? []).length, csv: ({rules}) => (rules ?? []).length},
    {title: 'Otherwise', spare: true, cell: ({otherwise}) => served(otherwise), csv: ({otherwise}) => served(otherwise)},
    {title: 'Changed', sort: 'updated_at', spare: true, cell: ({updated_at}) => when(updated_at), csv: ({updated_at}) => updated_at},
    {title: 'Actions', silent: true, cell: (flag) => this.actions(flag)},
  ];

  protected heading(): TemplateResult {
    return html`${pageHeading({
      title: 'Feature flags',
      lead: 'What is on for whom, in each environment.',
      actions: session.can('flags:write')
        ? html`<a class="button primary" href=${address(`flags/${NEW}`, router.query)}>${icon('plus')}New flag</a>`
        : nothing,
    })}
    ${formProblem(this.refused)}`;
  }

  protected filters(): TemplateResult {
    return html`${filter({name: 'type', label: 'Type', options: ['boolean', 'string', 'number', 'json']})}
    ${filter({
      name: 'enabled',
      label: 'State',
      options: [
        {value: 'true', label: 'On'},
        {value: 'false', label: 'Off'},
      ],
    })}`;
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No flag is like that', 'Take a filter away to see more flags.')
      : emptyState('flags', 'There are no flags yet', 'A flag gives something new to some first, and takes it back in a moment.');
  }

  protected override overlay(): unknown {
    const [key] = this.rest;
    return key === undefined
      ? nothing
      : html`<fh-flag-drawer
          .key=${key === NEW ? '' : key}
          .closed=${() => router.go('flags', router.query)}
          @saved=${() => void this.reload()}
        ></fh-flag-drawer>`;
  }

  private actions(flag: Flag): TemplateResult | typeof nothing {
    if (!session.can('flags:write')) {
      return nothing;
    }
    const title = flag.enabled ? 'Switch off' : 'Switch on';
    return html`<span class="row-actions">
      <button class="button quiet small" type="button" aria-label="${title}: ${flag.key}" @click=${() => this.toggle(flag)}>${title}</button>
    </span>`;
  }

  private async toggle(flag: Flag): Promise<void> {
    try {
      await post(`/api/flags/${flag.key}/toggle`, {enabled: !flag.enabled, reason: 'By the switch in the dashboard'});
      this.refused = null;
      notify(`${flag.key} is ${flag.enabled ? 'off' : 'on'} everywhere.`);
    } catch (failure) {
      this.refused = failure;
    }
    await this.reload();
  }
}
