import {address, HOME, pathOf, type Query, queryOf} from './address.js';

/** The address bar: what is open, and how it is narrowed. */
class Router extends EventTarget {
  constructor() {
    super();
    addEventListener('popstate', () => this.tell());
    document.addEventListener('click', (event) => this.follow(event));
  }

  get path(): string {
    return pathOf(location.pathname);
  }

  get query(): Query {
    return queryOf(location.search);
  }

  go(path: string, query: Query = {}): void {
    history.pushState(null, '', address(path, query));
    scrollTo(0, 0);
    this.tell();
  }

  /** Changes how the open page is narrowed; an empty value takes a filter away. */
  narrow(changes: Query): void {
    history.pushState(null, '', address(this.path, {...this.query, ...changes}));
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new Event('change'));
  }

  private follow(event: MouseEvent): void {
    const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target !== '' || link.hasAttribute('download')) {
      return;
    }
    const url = new URL(link.href);
    if (url.origin === location.origin && url.pathname.startsWith(HOME) && url.hash === '') {
      event.preventDefault();
      history.pushState(null, '', url);
      scrollTo(0, 0);
      this.tell();
    }
  }
}

export const router = new Router();
