import {html, type TemplateResult} from 'lit';
import {router} from '../platform/router.js';
import {icon} from '../components/icon.js';
import './person-name.js';
import './person-picker.js';
import type {User} from './users.js';

/** A filter by one person: found by name, told by name. */
export function personFilter(name: string, label: string): TemplateResult {
  const narrow = (id: string): void => router.narrow({[name]: id, after: ''});
  const userId = router.query[name] ?? '';
  if (userId === '') {
    return html`<fh-person-picker
      class="filter"
      .label=${label}
      @picked=${(event: CustomEvent<User>) => narrow(event.detail.id)}
    ></fh-person-picker>`;
  }
  return html`<div class="filter">
    <span class="label">${label}</span>
    <div class="chosen">
      <fh-person-name .userId=${userId}></fh-person-name>
      <button class="icon-button" type="button" aria-label="Everybody" @click=${() => narrow('')}>${icon('close')}</button>
    </div>
  </div>`;
}
