import type { Handler, Request } from '../server/messages';
import { Problem } from '../server/problem';

/**
 * Lets a changing request through only from the console's own pages, or from a program that is no
 * browser: any web page may post a form to this address.
 */
export function fromOwnPages(handler: Handler): Handler {
  return (request) => {
    if (!isOwn(request)) throw new Problem(403, 'This button works from the console only.');
    return handler(request);
  };
}

function isOwn({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
