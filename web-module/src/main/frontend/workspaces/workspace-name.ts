import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {session} from '../platform/session.js';
import {PlainElement} from '../components/plain-element.js';
import type {Workspace} from './workspace.js';

/** The name of a workspace of which only the id is at hand; the beginning of the id to those who may not know it. */
@customElement('fh-workspace-name')
export class WorkspaceName extends PlainElement {
  @property({attribute: false}) workspaceId = '';
  @state() private name: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('workspaceId') && session.can('workspaces:read')) {
      void get<Workspace>(`/api/workspaces/${this.workspaceId}`)
        .then((workspace) => (this.name = workspace.name))
        .catch(() => (this.name = null));
    }
  }

  override render(): TemplateResult {
    return this.name === null ? html`<code>${this.workspaceId.slice(0, 8)}</code>` : html`${this.name}`;
  }
}
