import { isHeaderSafe, type Settings } from '../config';
import { pagination } from '../contract/assumptions';
import type { AstraCallEvent, Call } from './call';
import { checkRequest, invalidRequest } from './check-request';

/** What goes on the wire, apart from the signal that ends it. */
export type WireRequest = { url: string; init: WireInit; host: AstraCallEvent['host'] };

/** What `fetch` is given. Node's own type of it does not know `cache`, which frameworks read. */
export type WireInit = RequestInit & { cache: 'no-store' };

/**
 * Checks a call against its endpoint's documented rules and spells it out.
 *
 * @throws AstraInvalidRequestError with messages by field; nothing is sent then.
 */
export function buildRequest<Output>(call: Call<Output>, settings: Settings): WireRequest {
  const { operation } = call;
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...authorization(call, settings),
  };
  const init: WireInit = {
    method: operation.method,
    headers,
    // A redirect would carry the credentials to wherever it points.
    redirect: 'manual',
    // Frameworks that patch fetch may keep answers; these are about money and are asked for anew.
    cache: 'no-store',
  };
  const body = bodyOf(call);
  if (body) {
    init.body = body.text;
    Object.assign(headers, { 'content-type': body.type }, call.sign?.(body.text));
  }
  const url = settings.urls[operation.host] + pathOf(call) + queryOf(call);
  return { url, init, host: operation.host };
}

function authorization<Output>(
  { operation, accessToken }: Call<Output>,
  settings: Settings,
): { authorization?: string } {
  if (operation.auth === 'none') return {};
  if (operation.auth === 'client') return { authorization: `Basic ${settings.basicCredentials}` };
  if (isHeaderSafe(accessToken)) return { authorization: `Bearer ${accessToken}` };
  throw invalidRequest(operation, {
    accessToken: ['An access token is visible ASCII characters.'],
  });
}

function bodyOf<Output>({ operation, body }: Call<Output>): { text: string; type: string } | null {
  if (operation.form) {
    const checked = checkRequest(operation, operation.form, body);
    const fields = Object.entries(Object(checked)).map(asText);
    const text = new URLSearchParams(fields).toString();
    return { text, type: 'application/x-www-form-urlencoded' };
  }
  if (!operation.json) return null;
  const text = JSON.stringify(checkRequest(operation, operation.json, body));
  return { text, type: 'application/json' };
}

/** Ids come from outside. Encoded, one stays a single segment of exactly this path. */
function pathOf<Output>({ operation, params }: Call<Output>): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = params?.[name];
    const isUsable =
      typeof value === 'string' && !['', '.', '..'].includes(value) && !/\p{Cs}/u.test(value);
    if (isUsable) return encodeURIComponent(value);
    throw invalidRequest(operation, { [name]: ['This cannot be an id of Astra’s.'] });
  });
}

function queryOf<Output>({ operation, query = {} }: Call<Output>): string {
  const { cursorParameter, sizeParameter } = pagination;
  const { [cursorParameter]: cursor, [sizeParameter]: size, ...filter } = query;
  if (operation.query) checkRequest(operation, operation.query, filter);
  const all = { ...filter, [sizeParameter]: size, [cursorParameter]: cursor };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(asText))}`;
}

function asText([name, value]: [string, unknown]): [string, string] {
  return [name, String(value)];
}
