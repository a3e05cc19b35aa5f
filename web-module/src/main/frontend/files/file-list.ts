import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {download, remove} from '../platform/api.js';
import {save} from '../platform/csv.js';
import {size} from '../platform/format.js';
import {address} from '../platform/address.js';
import {session} from '../platform/session.js';
import {filter} from '../components/filter.js';
import {icon} from '../components/icon.js';
import {type Column, ListPage} from '../components/list-page.js';
import {closeDialog, question} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {emptyState, formProblem, pageHeading, when} from '../components/parts.js';
import '../people/person-name.js';
import type {StoredFile} from './file.js';
import './file-upload.js';

/** The files of one project, or of the whole tenant. */
@customElement('fh-files')
export class FileList extends ListPage<StoredFile> {
  /** Whose files; empty for all. */
  @property({attribute: false}) projectId = '';
  protected readonly name = 'Files';
  @state() private leaving: StoredFile | null = null;
  @state() private refused: unknown = null;

  protected get source(): string {
    return this.projectId === '' ? '/api/files' : `/api/projects/${this.projectId}/files`;
  }

  private readonly all: readonly Column<StoredFile>[] = [
    {
      title: 'File',
      sort: 'name',
      cell: (file) =>
        html`<button type="button" class="titled" @click=${() => this.fetchContent(file)}>
          <strong>${file.name}</strong><small>${file.description ?? file.content_type}</small>
        </button>`,
      csv: (file) => file.name,
    },
    {
      title: 'Size',
      sort: 'size_bytes',
      numeric: true,
      cell: (file) => size(file.size_bytes),
      csv: (file) => file.size_bytes,
    },
    {title: 'Type', spare: true, cell: (file) => html`<code>${file.content_type}</code>`, csv: (file) => file.content_type},
    {
      title: 'Uploaded by',
      spare: true,
      cell: (file) =>
        file.uploaded_by === null ? '–' : html`<fh-person-name .userId=${file.uploaded_by}></fh-person-name>`,
      csv: (file) => file.uploaded_by,
    },
    {title: 'Uploaded', spare: true, cell: (file) => when(file.created_at), csv: (file) => file.created_at},
    {title: 'Project', spare: true, cell: (file) => this.project(file), csv: (file) => file.project_id},
    {title: 'SHA-256', fileOnly: true, cell: (file) => file.sha256},
    {title: 'Actions', silent: true, cell: (file) => this.actions(file)},
  ];

  /** In a project nobody has to be told which one it is. */
  protected get columns(): readonly Column<StoredFile>[] {
    return this.projectId === '' ? this.all : this.all.filter((column) => column.title !== 'Project');
  }

  protected heading(): TemplateResult {
    return html`${this.projectId === ''
      ? pageHeading({title: 'Files', lead: 'What was uploaded to this tenant, as far as you may see its projects.'})
      : nothing}
    ${session.can('files:write')
      ? html`<fh-file-upload .projectId=${this.projectId} @uploaded=${() => this.reload()}></fh-file-upload>`
      : nothing}
    ${formProblem(this.refused)}`;
  }

  protected filters(): TemplateResult {
    return filter({name: 'content_type', label: 'Type'});
  }

  protected empty(narrowed: boolean): TemplateResult {
    return narrowed
      ? emptyState('search', 'No file is like that', 'A type is written as application/pdf.')
      : emptyState('file', 'There are no files yet', 'Drop contracts, evidence or designs here: they are kept with their digest.');
  }

  protected override overlay(): unknown {
    const file = this.leaving;
    return file === null
      ? nothing
      : question({
          title: `Delete ${file.name}?`,
          body: html`<p>Its content is gone for everybody. The trail keeps that it was there.</p>`,
          foot: html`<button class="button" type="button" @click=${closeDialog}>Keep it</button>
            <button class="button danger" type="button" @click=${() => this.drop(file)}>Delete</button>`,
          closed: () => (this.leaving = null),
        });
  }

  private project(file: StoredFile): unknown {
    return file.project_id === null ? '–' : html`<a href=${address(`projects/${file.project_id}/files`)}>Open</a>`;
  }

  private actions(file: StoredFile): TemplateResult {
    return html`<span class="row-actions">
      <button class="icon-button" type="button" aria-label="Download ${file.name}" @click=${() => this.fetchContent(file)}>
        ${icon('download')}
      </button>
      ${session.can('files:write')
        ? html`<button class="icon-button" type="button" aria-label="Delete ${file.name}" @click=${() => (this.leaving = file)}>
            ${icon('trash')}
          </button>`
        : nothing}
    </span>`;
  }

  private async fetchContent(file: StoredFile): Promise<void> {
    await this.attempt(async () => save(await download(`/api/files/${file.id}/content`), file.name));
  }

  private async drop(file: StoredFile): Promise<void> {
    await this.attempt(async () => {
      await remove(`/api/files/${file.id}`);
      notify(`${file.name} was deleted.`);
    });
    this.leaving = null;
    await this.reload();
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.refused = null;
    } catch (failure) {
      this.refused = failure;
    }
  }
}
