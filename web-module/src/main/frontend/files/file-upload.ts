import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {upload} from '../platform/api.js';
import {icon} from '../components/icon.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {StoredFile} from './file.js';

/** Takes files that are dropped or chosen, one after the other, and tells `uploaded` after each. */
@customElement('fh-file-upload')
export class FileUpload extends PlainElement {
  /** The project that they belong to; empty for none. */
  @property({attribute: false}) projectId = '';
  @state() private sending: string | null = null;
  @state() private over = false;
  @state() private failure: unknown = null;

  override render(): TemplateResult {
    return html`${formProblem(this.failure)}
      <label
        class="drop ${this.over ? 'over' : ''}"
        aria-busy=${this.sending === null ? 'false' : 'true'}
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        ${icon('upload')}
        <span>
          <strong>${this.sending === null ? 'Upload files' : `Uploading ${this.sending}…`}</strong>
          <small>Drop them here, or choose them.</small>
        </span>
        <input class="visually-hidden" type="file" multiple ?disabled=${this.sending !== null} @change=${this.chosen} />
      </label>`;
  }

  private dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    void this.send([...(event.dataTransfer?.files ?? [])]);
  };

  private chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again after a failure.
    input.value = '';
    void this.send(files);
  };

  private async send(files: readonly File[]): Promise<void> {
    this.failure = null;
    try {
      for (const file of files) {
        this.sending = file.name;
        const form = new FormData();
        // The server reads the parts in this order and checks the project before it takes bytes.
        if (this.projectId !== '') {
          form.set('project_id', this.projectId);
        }
        form.set('file', file);
        const stored = await upload<StoredFile>('/api/files', form);
        notify(`${stored.name} was uploaded.`);
        this.dispatchEvent(new Event('uploaded'));
      }
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = null;
  }
}
