import {post} from '../platform/api.js';

/** Where the browser comes back to from a page of payment. */
export function here(mark?: string): string {
  const page = new URL(window.location.href);
  page.search = mark === undefined ? '' : `?${mark}=1`;
  return page.href;
}

/** Whether the browser comes from a page where something was paid. */
export function cameBackPaid(): boolean {
  return new URLSearchParams(window.location.search).has('paid');
}

/** Leaves the dashboard for a page of payment, which the server names. */
export async function goToPayment(what: 'checkout' | 'portal', body: Readonly<Record<string, unknown>>): Promise<void> {
  const {url} = await post<{readonly url: string}>(`/api/subscription/${what}`, body);
  const page = new URL(url);
  if (page.protocol !== 'https:' && page.protocol !== 'http:') {
    throw new Error(`No page of payment: ${page.protocol}`);
  }
  window.location.assign(page.href);
}
