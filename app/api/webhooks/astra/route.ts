import { readBody } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { bodyLimits, ingest } from '@/lib/webhooks/ingest';

/** Where Astra delivers its webhooks. `npm run ingest` is another door to the same. */
export const POST = route('webhooks/astra', async (request) => {
  const incoming = await readBody(request, bodyLimits);
  // What has not been read by now never will be.
  const headers = typeof incoming === 'string' ? { connection: 'close' } : {};
  const { status, body } = await ingest(incoming, request.headers);
  return Response.json(body, { status, headers });
});

/** Without this, Next would answer by itself, and with success. No page of another site has to ask. */
export const OPTIONS = route('webhooks/astra', async () =>
  Response.json({ error: 'method_not_allowed' }, { status: 405, headers: { allow: 'POST' } }),
);
