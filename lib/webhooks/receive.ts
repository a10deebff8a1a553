import 'server-only';
import { createHash } from 'node:crypto';
import { parseWebhook, verifyWebhook } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { outsideId } from '@/lib/partner/outside-text';
import { idToLookAt, resourceOf, unknownType } from './resource-of';

/** What became of a delivery; the route turns it into a status code. */
export type Receipt = 'stored' | 'duplicate' | 'bad_signature' | 'not_json';

/**
 * Takes in one webhook delivery: checks its signature over the bytes as they came, then stores it
 * together with the job that will act on it. Only when both are committed is `stored` returned, so
 * an event that Astra saw acknowledged cannot be lost.
 *
 * A webhook is a hint. Nothing in it is believed but that something happened to the resource it
 * names; the worker asks Astra for the rest.
 */
export async function receiveWebhook(body: Uint8Array, signature: string | null): Promise<Receipt> {
  const { ASTRA_CLIENT_SECRET, ASTRA_PREVIOUS_CLIENT_SECRET, ASTRA_ENVIRONMENT } = env();
  const secrets = [ASTRA_CLIENT_SECRET, ASTRA_PREVIOUS_CLIENT_SECRET].filter(
    (secret) => secret !== undefined,
  );
  if (!verifyWebhook({ body, signature, secrets })) return 'bad_signature';

  const parsed = parseWebhook(body);
  if (parsed.kind === 'not_json') return 'not_json';

  const text = storable(new TextDecoder().decode(body));
  if (parsed.kind === 'not_an_event') {
    return store({
      environment: ASTRA_ENVIRONMENT,
      // Without an id of its own, the same body is the same event.
      webhookId: createHash('sha256').update(body).digest('hex'),
      webhookType: 'unreadable',
      resourceId: '',
      astraUserId: null,
      body: text,
    });
  }
  const { event } = parsed;
  const lookedAt = idToLookAt(event);
  return store({
    environment: ASTRA_ENVIRONMENT,
    webhookId: outsideId(event.webhook_id),
    webhookType: outsideId(event.webhook_type),
    resourceId: outsideId(lookedAt ?? event.resource_id),
    astraUserId: event.user_id ? outsideId(event.user_id) : null,
    body: text,
    ...(lookedAt === null && { parkedBecause: 'Parked: the event does not name its transfer.' }),
  });
}

type InboxRow = {
  environment: string;
  webhookId: string;
  webhookType: string;
  resourceId: string;
  astraUserId: string | null;
  body: string;
};

async function store({
  parkedBecause,
  ...row
}: InboxRow & { parkedBecause?: string }): Promise<Receipt> {
  const resource = parkedBecause === undefined ? resourceOf(row.webhookType) : null;
  return db().$transaction(async (tx) => {
    const { count } = await tx.webhookEvent.createMany({
      data: resource ? row : { ...row, status: 'parked', outcome: parkedBecause ?? unknownType },
      skipDuplicates: true,
    });
    if (count === 0) return 'duplicate';
    if (resource) {
      const { resourceId, astraUserId } = row;
      await enqueueSync(tx, { resource, resourceId, astraUserId });
    }
    return 'stored';
  });
}

/** PostgreSQL's text holds neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
