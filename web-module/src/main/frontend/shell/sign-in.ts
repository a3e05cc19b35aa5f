import {html, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {session} from '../platform/session.js';
import {field} from '../components/form.js';
import {formProblem} from '../components/parts.js';
import {PlainElement} from '../components/plain-element.js';

/** The way in. */
@customElement('fh-sign-in')
export class SignIn extends PlainElement {
  @state() private failure: unknown = null;
  @state() private busy = false;

  override render(): TemplateResult {
    return html`<main class="sign-in">
      <section class="sign-in-card">
        <img src="/admin/icon.svg" alt="" width="44" height="44" />
        <h1>Sign in to Freehold</h1>
        <p class="lead">Your tenants, people, projects, and the trail of all that was done.</p>
        <form @submit=${this.submit}>
          ${formProblem(this.failure)}
          ${field({name: 'email', label: 'Email', type: 'email', required: true, autocomplete: 'username'})}
          ${field({name: 'password', label: 'Password', type: 'password', required: true, autocomplete: 'current-password'})}
          <button class="button primary big" ?disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button>
        </form>
      </section>
    </main>`;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLInputElement>('#field-email')?.focus();
  }

  private submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = null;
    try {
      await session.signIn(String(form.get('email')).trim(), String(form.get('password')));
    } catch (failure) {
      this.failure = failure;
      this.busy = false;
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('#field-password')?.select();
    }
  };
}
