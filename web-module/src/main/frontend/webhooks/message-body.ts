import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../platform/api.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

interface Message {
  readonly body: unknown;
}

/** What is sent, as JSON; read when somebody unfolds it. */
@customElement('fh-message-body')
export class MessageBody extends PlainElement {
  @property({attribute: false}) messageId = '';
  @state() private text: string | null = null;
  @state() private failure: unknown = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('messageId')) {
      this.text = null;
    }
  }

  override render(): TemplateResult {
    return html`<details class="section" @toggle=${this.toggled}>
      <summary>The message</summary>
      ${formProblem(this.failure)} ${this.text === null ? nothing : html`<pre tabindex="0" aria-label="The message">${this.text}</pre>`}
    </details>`;
  }

  private toggled = async (event: Event): Promise<void> => {
    if (!(event.currentTarget as HTMLDetailsElement).open || this.text !== null) {
      return;
    }
    try {
      const {body} = await get<Message>(`/api/webhooks/messages/${this.messageId}`);
      this.text = typeof body === 'string' ? pretty(body) : JSON.stringify(body, null, 2);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  };
}

/** A text as it is when it is no JSON. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
