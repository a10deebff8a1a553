import 'server-only';
import { randomUUID } from 'node:crypto';
import { log } from '@/lib/log/logger';

/**
 * Wraps a route handler: an error becomes a bare 500 with a reference, and the log keeps the rest.
 * Query strings are not logged, because a redirect's holds a code.
 */
export function route<Context>(
  name: string,
  handle: (request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log().error({ err: error, route: name, reference }, 'a route failed');
      return Response.json({ error: 'internal_error', reference }, { status: 500 });
    }
  };
}
