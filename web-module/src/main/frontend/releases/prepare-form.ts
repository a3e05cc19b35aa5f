import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ApiProblem, post} from '../platform/api.js';
import {type Finding, notJson, refusalsIn} from '../platform/json-findings.js';
import {router} from '../platform/router.js';
import {field, valuesOf} from '../components/form.js';
import {jsonText} from '../components/json-text.js';
import {closeDialog, drawer} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {Release} from './release.js';

const EXAMPLE = {
  database: {
    changes: [
      {
        type: 'create_table',
        table: 'test_table',
        columns: [
          {name: 'id', type: 'uuid', primary_key: true},
          {name: 'name', type: 'varchar(255)', nullable: false},
        ],
      },
    ],
  },
};

/** Where the bundle stands in what is sent. */
const BUNDLE = '/bundle_data';

interface Prepared {
  readonly release_id: string;
  readonly deployment: {readonly environment: string};
}

/** Plans a bundle, or a release that there is, for an environment; nothing is changed by it. */
@customElement('fh-prepare-form')
export class PrepareForm extends PlainElement {
  @property({attribute: false}) environments: readonly {readonly name: string}[] = [];
  /** The release to plan for one more environment, or the draft to fill; null for a new one. */
  @property({attribute: false}) release: Release | null = null;
  @property({attribute: false}) projectId = '';
  @property({attribute: false}) closed: () => void = () => {};
  @state() private text = JSON.stringify(EXAMPLE, null, 2);
  @state() private findings: readonly Finding[] = [];
  @state() private failure: unknown = null;
  @state() private trying = false;

  private get asksForBundle(): boolean {
    return this.release === null || this.release.bundle_digest === null;
  }

  override render(): TemplateResult {
    return drawer({
      title: this.release === null ? 'Prepare a release' : `Prepare ${this.release.version}`,
      lead: 'It is planned against what the environment has now, and tried on a copy. The environment itself stays as it is.',
      body: this.form(),
      foot: html`<p class="ask" role="status">${this.trying ? 'Planning, and trying it on a copy: up, down and up again…' : nothing}</p>
        <button class="button" type="button" @click=${closeDialog}>Cancel</button>
        <button class="button primary" form="prepare" ?disabled=${this.trying || this.environments.length === 0}>Prepare</button>`,
      wide: true,
      closed: this.closed,
    });
  }

  private form(): TemplateResult {
    const {failure} = this;
    return html`<form id="prepare" @submit=${this.prepare}>
      ${formProblem(failure)}
      ${field({
        name: 'to_env',
        label: 'For environment',
        required: true,
        value: router.query['environment'] ?? this.environments[0]?.name,
        options: this.environments.map(({name}) => ({value: name, label: name})),
        failure,
      })}
      ${this.release === null
        ? field({name: 'version', label: 'Version', hint: 'As 1.4.0; without one it is the next patch version.', maxLength: 64, failure})
        : nothing}
      ${this.asksForBundle
        ? jsonText({
            id: 'bundle-text',
            label: 'Bundle (JSON)',
            text: this.text,
            rows: 18,
            findings: this.findings,
            faultless: 'What is wrong with it is told at its place when it is prepared.',
            typed: this.typed,
          })
        : nothing}
    </form>`;
  }

  private typed = (text: string): void => {
    this.text = text;
    const broken = notJson(text);
    this.findings = broken === null ? [] : [broken];
  };

  private prepare = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.asksForBundle && notJson(this.text) !== null) {
      this.typed(this.text);
      return;
    }
    const body = {
      ...given(valuesOf(event.target as HTMLFormElement)),
      ...(this.asksForBundle ? {bundle_data: JSON.parse(this.text) as unknown} : {}),
      ...(this.release === null ? {} : {release_id: this.release.release_id}),
      ...(this.projectId === '' ? {} : {project_id: this.projectId}),
    };
    this.trying = true;
    this.failure = null;
    try {
      const {release_id, deployment} = await post<Prepared>('/api/releases/prepare', body);
      notify(`${release_id} is prepared for ${deployment.environment}.`);
      this.dispatchEvent(new Event('saved'));
      router.go(`releases/${release_id}`, {environment: deployment.environment});
    } catch (failure) {
      this.refused(failure);
    }
    this.trying = false;
  };

  /** What is wrong with the bundle stands below it, anything else above the form. */
  private refused(failure: unknown): void {
    try {
      this.findings = refusalsIn(this.text, failure, BUNDLE);
      this.failure = failure instanceof ApiProblem && failure.problem.status === 409 ? failure : null;
    } catch (other) {
      this.failure = other;
    }
  }
}

/** Without what was left empty. */
function given(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
