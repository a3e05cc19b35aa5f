import {LitElement} from 'lit';

/** An element that draws into the page and not into a shadow of its own: the page's style sheets, labels and forms reach into it. */
export class PlainElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
