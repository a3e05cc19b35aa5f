import {html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {patchAt, post} from '../platform/api.js';
import {mergePatch} from '../platform/merge-patch.js';
import {type Finding, notJson, refusalsIn} from '../platform/json-findings.js';
import {field, valuesOf} from '../components/form.js';
import {jsonText} from '../components/json-text.js';
import {drawer, formButtons} from '../components/modal.js';
import {notify} from '../components/notice.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';
import type {EventType} from './webhook.js';

const PARTS = ['schema', 'example'] as const;
type Part = (typeof PARTS)[number];

const LABELS: Readonly<Record<Part, string>> = {schema: 'Schema of the body (JSON Schema)', example: 'Example of the body (JSON)'};

/** Names an event of the tenant's own, or changes one. Tells `saved`. */
@customElement('fh-webhook-event-type-form')
export class EventTypeForm extends PlainElement {
  /** Null for a new one. */
  @property({attribute: false}) known: EventType | null = null;
  @property({attribute: false}) closed: () => void = () => {};
  @state() private texts: Readonly<Record<Part, string>> = {schema: '', example: ''};
  @state() private findings: Readonly<Record<Part, readonly Finding[]>> = {schema: [], example: []};
  @state() private failure: unknown = null;
  @state() private saving = false;

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('known') as EventType | null | undefined;
    if (changed.has('known') && this.known !== null && before?.type !== this.known.type) {
      this.texts = {schema: textOf(this.known.schema), example: textOf(this.known.example)};
    }
  }

  override render(): TemplateResult {
    const {known, failure} = this;
    return drawer({
      title: known === null ? 'New event type' : `Edit ${known.type}`,
      body: html`<form id="event-type" @submit=${this.save}>
        ${formProblem(failure)}
        ${field({
          name: 'type',
          label: 'Name',
          value: known?.type,
          required: true,
          readonly: known !== null,
          maxLength: 100,
          hint: 'As order.shipped: small letters, with a dot between its parts.',
          failure,
        })}
        ${field({name: 'description', label: 'Description', value: known?.description, required: true, maxLength: 1000, hint: 'What has happened when it is sent.', failure})}
        ${PARTS.map((part) => this.text(part))}
      </form>`,
      foot: formButtons('event-type', known === null ? 'Make event type' : 'Save', this.saving),
      wide: true,
      closed: this.closed,
    });
  }

  private text(part: Part): TemplateResult {
    return jsonText({
      id: `event-type-${part}`,
      label: LABELS[part],
      text: this.texts[part],
      rows: 8,
      findings: this.findings[part],
      faultless: 'Optional: the payload stands in its member data. It is checked when it is saved.',
      typed: (text) => this.typed(part, text),
    });
  }

  private typed(part: Part, text: string): void {
    this.texts = {...this.texts, [part]: text};
    const broken = text.trim() === '' ? null : notJson(text);
    this.findings = {...this.findings, [part]: broken === null ? [] : [broken]};
  }

  private save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (PARTS.some((part) => this.findings[part].length > 0)) {
      return;
    }
    const values = valuesOf(form);
    const json = (part: Part): unknown => (this.texts[part].trim() === '' ? null : JSON.parse(this.texts[part]));
    const body = {description: values['description'], schema: json('schema'), example: json('example')};
    this.saving = true;
    try {
      await this.send(values['type'] ?? '', body);
      notify(`${values['type']} was saved.`);
      this.dispatchEvent(new Event('saved'));
      form.closest('dialog')?.close();
    } catch (failure) {
      this.refused(failure);
    }
    this.saving = false;
  };

  private async send(type: string, body: object): Promise<void> {
    if (this.known === null) {
      await post('/api/webhooks/event-types', {type, ...body});
      return;
    }
    const {description, schema, example} = this.known;
    await patchAt(`/api/webhooks/event-types/${type}`, mergePatch({description, schema, example}, body), '*');
  }

  private refused(failure: unknown): void {
    this.failure = failure;
    for (const part of PARTS) {
      try {
        this.findings = {...this.findings, [part]: refusalsIn(this.texts[part] || '{}', failure, `/${part}`)};
        this.failure = null;
      } catch {
        // Nothing of the refusal is about this part.
      }
    }
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
}
