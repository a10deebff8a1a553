import { signatureHeader } from '@/lib/astra/contract';
import { readBody } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { type Receipt, receiveWebhook } from '@/lib/webhooks/receive';

/** Events carry a handful of ids; this is ample. */
const maxBytes = 64 * 1024;

/** Only 200 counts as received with Astra; anything else is delivered again later. */
const statuses: Readonly<Record<Receipt, number>> = {
  stored: 200,
  duplicate: 200,
  bad_signature: 401,
  not_json: 400,
};

/** Where Astra delivers its webhooks. */
export const POST = route('webhooks/astra', async (request) => {
  const body = await readBody(request, { maxBytes });
  if (body === 'too_large') return Response.json({ receipt: body }, { status: 413 });
  if (body === 'incomplete') return Response.json({ receipt: body }, { status: 408 });
  const receipt = await receiveWebhook(body, request.headers.get(signatureHeader));
  return Response.json({ receipt }, { status: statuses[receipt] });
});
