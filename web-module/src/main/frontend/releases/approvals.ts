import {html, nothing, type TemplateResult} from 'lit';
import {session} from '../platform/session.js';
import {badge, when} from '../components/parts.js';
import type {Deployment} from './release.js';

/** What somebody said to a release before it goes on. */
export interface Approval {
  readonly id: string;
  readonly deployment_id: string;
  readonly user_id: string;
  readonly decision: 'approved' | 'rejected';
  readonly comment: string | null;
  readonly manifest_digest: string;
  readonly key_id: string | null;
  readonly at: string;
}

/** Who has approved and who has not, of how many are wanted. */
export function approvalsOf(deployment: Deployment, approvals: readonly Approval[]): TemplateResult {
  const {given, required} = deployment.approvals;
  return html`<p>
      ${required === 0
        ? html`<span class="muted">This environment asks for none.</span>`
        : badge(`${given} of ${required} given`, given < required ? 'warn' : 'good')}
    </p>
    ${approvals.length === 0
      ? nothing
      : html`<ul class="decisions">
          ${approvals.map(
            (one) =>
              html`<li>
                <p>
                  ${badge(one.decision, one.decision === 'approved' ? 'good' : 'bad')}
                  ${session.can('users:read') ? html`<fh-person-name .userId=${one.user_id}></fh-person-name>` : nothing} ${when(one.at)}
                </p>
                ${one.comment === null ? nothing : html`<p>${one.comment}</p>`}
                <p class="fine muted">${one.key_id === null ? 'Witnessed by this installation' : 'Signed with their own key'}</p>
              </li>`,
          )}
        </ul>`}`;
}
