import 'server-only';
import type { Segment } from '@/lib/astra';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';

/** The legs of a transfer, the first one first; or a sentence about why nobody can tell now. */
export type SegmentsRead = { ok: true; segments: Segment[] } | { ok: false; sentence: string };

/**
 * Asks Astra how the money of one of a person's transfers travels. Asked when somebody looks, and
 * kept nowhere: no event tells of legs alone.
 *
 * @param astraId of a transfer that was found to be this person's.
 */
export async function readSegments(userId: string, astraId: string): Promise<SegmentsRead> {
  try {
    const { items } = await withAccessToken(userId, (accessToken) =>
      astra().transfers.listSegments({ accessToken, id: astraId }).firstPage(),
    );
    return { ok: true, segments: items.toReversed() };
  } catch (error) {
    log().warn({ err: error, userId }, 'the legs of a transfer could not be read');
    return { ok: false, sentence: sentenceOf(error) };
  }
}

/** @throws what is no matter between Astra and us. */
function sentenceOf(error: unknown): string {
  try {
    return explainSilence(error);
  } catch (explained) {
    if (explained instanceof UserFacingError) return explained.message;
    throw explained;
  }
}
