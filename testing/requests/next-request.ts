import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { RequestCookies, ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';

/**
 * Runs `work` as Next runs a server action: `headers()` and `cookies()` are those of one request.
 * Everything else, next-auth's session included, is real.
 *
 * @returns what `work` returned, and the cookies that it set.
 */
export async function withinRequest<Result>(
  request: { headers?: Record<string, string>; cookies?: Record<string, string> },
  work: () => Promise<Result>,
): Promise<{ result: Result; setCookie: string[] }> {
  const pairs = Object.entries(request.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
  const headers = new Headers({ ...request.headers, cookie: pairs.join('; ') });
  const answer = new Headers();
  const cookies = Object.assign(new ResponseCookies(answer), {
    get: (name: string) => new RequestCookies(headers).get(name),
    getAll: () => new RequestCookies(headers).getAll(),
  });
  const store = {
    type: 'request',
    phase: 'action',
    headers,
    cookies,
    userspaceMutableCookies: cookies,
  };
  const place = { page: '/page', route: '/', forceStatic: false };
  const result = await workAsyncStorage.run(internal(place), () =>
    workUnitAsyncStorage.run(internal(store), work),
  );
  return { result, setCookie: answer.getSetCookie() };
}

/** Next's own types ask for dozens of fields that no code under test reads. */
function internal(fields: object) {
  return Object.assign(Object.create(null), fields);
}
