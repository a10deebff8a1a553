import 'server-only';
import { createHash } from 'node:crypto';
import { parseWebhook, verifyWebhook } from '@/lib/astra';
import { timeOrderedId } from '@/lib/db/time-ordered-id';
import { env } from '@/lib/env';
import { wantedJob } from '@/lib/jobs/add-job';
import { syncOf } from '@/lib/jobs/enqueue-sync';
import { outsideId } from '@/lib/partner/outside-text';
import { type StoredAs, storeEvent } from './inbox/store-event';
import type { InboxEvent } from './inbox/store-events';
import { idToLookAt, resourceOf, unknownType, whyNothingToDo } from './resource-of';

/** What became of a delivery that could be read. */
export type Received = StoredAs | 'bad_signature' | 'not_json';

/**
 * Takes in one webhook delivery: checks its signature over the bytes as they came, then stores it
 * together with the job that will act on it. Only when both are committed is `stored` returned, so
 * an event that Astra saw acknowledged cannot be lost.
 *
 * A webhook is a hint. Nothing in it is believed but that something happened to the resource it
 * names; the worker asks Astra for the rest.
 *
 * @throws Error when the event could not be stored within a second. It may have been, even so.
 */
export async function receiveWebhook(
  body: Uint8Array,
  signature: string | null,
): Promise<Received> {
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
      parkedBecause: 'What came is signed, but is no event that this app can read.',
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
    ...(lookedAt === null && { parkedBecause: 'The event does not name its transfer.' }),
  });
}

type Row = Omit<InboxEvent, 'id' | 'job' | 'status' | 'outcome'> & { parkedBecause?: string };

function store({ parkedBecause, ...row }: Row): Promise<StoredAs> {
  const id = timeOrderedId();
  const withoutJob = (status: 'done' | 'parked', outcome: string) =>
    storeEvent({ ...row, id, job: null, status, outcome });

  if (parkedBecause !== undefined) return withoutJob('parked', parkedBecause);
  const nothingToDo = whyNothingToDo(row.webhookType);
  if (nothingToDo !== null) return withoutJob('done', nothingToDo);
  const resource = resourceOf(row.webhookType);
  if (!resource) return withoutJob('parked', unknownType);
  const { resourceId, astraUserId } = row;
  const job = wantedJob('sync_resource', syncOf({ resource, resourceId, astraUserId }));
  return storeEvent({ ...row, id, job, status: 'received', outcome: null });
}

/** PostgreSQL's text holds neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
