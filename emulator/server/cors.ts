import { assumptions } from '../contract';
import type { Reply, Request } from './messages';

const { methods, requestHeaders, exposedHeaders, preflightSeconds } = assumptions.secureHostCors;

/** Whether pages of other sites may call a host from the browser: those that the partner registered. */
export type Cors = {
  /** Sent with every answer, so that the page may read it, refusals included. */
  headers(request: Request): Record<string, string>;
  /** Answers a browser that asks beforehand; null for anything else, and for pages of strangers. */
  preflight(request: Request): Reply | null;
};

/** @param redirectUris those that are registered; their origins are the partner's pages */
export function corsFor(redirectUris: readonly string[]): Cors {
  const origins = new Set(redirectUris.map((uri) => new URL(uri).origin));
  const isAllowed = ({ headers }: Request) => origins.has(headers.origin ?? '');
  return {
    headers: (request) => {
      const vary = { vary: 'origin' };
      if (!isAllowed(request)) return vary;
      return {
        ...vary,
        'access-control-allow-origin': request.headers.origin ?? '',
        'access-control-expose-headers': exposedHeaders.join(', '),
      };
    },
    preflight: (request) => {
      const asks = request.headers['access-control-request-method'] !== undefined;
      if (request.method !== 'OPTIONS' || !asks || !isAllowed(request)) return null;
      return {
        status: 204,
        headers: {
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': requestHeaders.join(', '),
          'access-control-max-age': `${preflightSeconds}`,
        },
        body: '',
      };
    },
  };
}
