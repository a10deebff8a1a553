import 'server-only';
import { signatureHeader } from '@/lib/astra/contract';
import type { UnreadBody } from '@/lib/http/read-body';
import { noteOutage, noteRefusal } from './note-refusals';
import { type Received, receiveWebhook } from './receive';

/** What became of a delivery. `unavailable`: it is not stored, or nobody knows whether it is. */
export type Receipt = Received | UnreadBody | 'unavailable';

/** What a door answers to a delivery. The receipt is for people who look into why one was refused. */
export type Answer = { status: number; body: { receipt: Receipt } };

/**
 * Events mostly carry a handful of ids. The largest that Astra can send carries 25 pairs of metadata,
 * with values in escaped emoji, and takes 79 KB. Astra itself waits ten seconds.
 */
export const bodyLimits = { maxBytes: 128 * 1024, timeoutMs: 10_000 };

/** Only 200 counts as received with Astra; anything else is delivered again later. */
const statuses: Readonly<Record<Receipt, number>> = {
  stored: 200,
  duplicate: 200,
  not_json: 400,
  bad_signature: 401,
  incomplete: 408,
  too_large: 413,
  unavailable: 503,
};

/**
 * Takes in one delivery, whichever door it came through: the app's route or the server in `ingest/`.
 * Answers within about a second, whatever the database does and however many come, and never throws.
 *
 * There is no limit of deliveries by address: all of Astra's come from few, thousands in a burst, and
 * by the time that one is known not to be Astra's, it has cost all that it can.
 *
 * @param body the bytes as they came, or why they could not be read.
 */
export async function ingest(
  body: Uint8Array | UnreadBody,
  headers: Pick<Headers, 'get'>,
): Promise<Answer> {
  const receipt = typeof body === 'string' ? body : await receive(body, headers);
  const status = statuses[receipt];
  if (status !== 200) noteRefusal(receipt);
  return { status, body: { receipt } };
}

async function receive(body: Uint8Array, headers: Pick<Headers, 'get'>): Promise<Receipt> {
  try {
    return await receiveWebhook(body, headers.get(signatureHeader));
  } catch (error) {
    noteOutage(error);
    return 'unavailable';
  }
}
