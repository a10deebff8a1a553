import { isHeaderSafe, type Settings } from '../config';
import type { Call } from './call';
import { invalidRequest } from './check-request';

/** What goes on the wire, apart from the signal that ends it. */
export type WireRequest = { url: string; init: RequestInit; host: 'api' | 'secure' };

/** @throws AstraInvalidRequestError when an id or a token cannot be sent; nothing is sent then. */
export function buildRequest<Output>(call: Call<Output>, settings: Settings): WireRequest {
  const host = call.host ?? 'api';
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: authorization(call, settings),
  };
  const init: RequestInit = {
    method: call.method,
    headers,
    // A redirect would carry the credentials to wherever it points.
    redirect: 'manual',
    // Frameworks that patch fetch may keep answers; these are about money and are asked for anew.
    cache: 'no-store',
  };
  if (call.body && 'form' in call.body) {
    headers['content-type'] = 'application/x-www-form-urlencoded';
    init.body = new URLSearchParams(call.body.form).toString();
  } else if (call.body) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.body.json);
  }
  return { url: settings.urls[host] + pathOf(call) + queryOf(call), init, host };
}

function authorization<Output>(call: Call<Output>, settings: Settings): string {
  if (call.auth === 'client') return `Basic ${settings.basicCredentials}`;
  if (isHeaderSafe(call.auth.accessToken)) return `Bearer ${call.auth.accessToken}`;
  throw invalidRequest(call, { accessToken: ['An access token is visible ASCII characters.'] });
}

/** Ids come from outside. Encoded, one stays a single segment of exactly this path. */
function pathOf<Output>(call: Call<Output>): string {
  return call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = call.params?.[name];
    const isUsable =
      typeof value === 'string' && !['', '.', '..'].includes(value) && !/\p{Cs}/u.test(value);
    if (isUsable) return encodeURIComponent(value);
    throw invalidRequest(call, { [name]: ['This cannot be an id of Astra’s.'] });
  });
}

function queryOf<Output>(call: Call<Output>): string {
  const given = Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
