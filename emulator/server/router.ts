import type { Handler } from './messages';
import { notFound, Problem } from './problem';

type Route = {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
  readonly name: string | null;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Match = {
  readonly handler: Handler;
  readonly params: Record<string, string>;
  /** What faults know it by. */
  readonly name: string | null;
};

/** Finds the handler of a path such as `/v1/cards/:id`, where `:id` stands for any one segment. */
export class Router {
  readonly #byLength = new Map<number, Route[]>();
  readonly #unknown: (method: string, path: string) => Problem;

  /** @param unknown the refusal of a path that does not exist */
  constructor(unknown: (method: string, path: string) => Problem = notFound) {
    this.#unknown = unknown;
  }

  add(method: Method, pattern: string, handler: Handler, name: string | null = null): this {
    const segments = pattern.split('/');
    const routes = this.#byLength.get(segments.length) ?? [];
    routes.push({ method, segments, handler, name });
    this.#byLength.set(segments.length, routes);
    return this;
  }

  /**
   * HEAD is answered as GET would be; Node leaves the body out.
   *
   * @throws Problem 404 for an unknown path, 405 for a known one with another method
   */
  match(method: string, path: string): Match {
    const segments = path.split('/');
    const wanted = method === 'HEAD' ? 'GET' : method;
    const allowed: string[] = [];
    for (const route of this.#byLength.get(segments.length) ?? []) {
      const params = matchSegments(route.segments, segments);
      if (params === null) continue;
      if (route.method === wanted) return { handler: route.handler, params, name: route.name };
      allowed.push(route.method);
    }
    if (allowed.length === 0) throw this.#unknown(method, path);
    throw new Problem(405, 'The method is not allowed for the requested URL.', {
      headers: { allow: allowed.join(', ') },
    });
  }
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (let place = 0; place < pattern.length; place += 1) {
    const wanted = pattern[place] ?? '';
    const given = segments[place] ?? '';
    if (wanted.startsWith(':')) {
      if (given === '') return null;
      params[wanted.slice(1)] = decode(given);
    } else if (wanted !== given) {
      return null;
    }
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
