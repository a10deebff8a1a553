import { readBody } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { bodyLimits, ingest } from '@/lib/webhooks/ingest';

/** Where Astra delivers its webhooks. `npm run ingest` is another door to the same. */
export const POST = route('webhooks/astra', async (request) => {
  const { status, body } = await ingest(await readBody(request, bodyLimits), request.headers);
  return Response.json(body, { status });
});
