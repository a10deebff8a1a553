import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import type { CardAuthDetails } from '@/lib/astra';
import type { Card } from '@/lib/db/generated/client';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';

/** Nobody waits longer for what is only good to know. */
const patienceMs = 3_000;

/**
 * How Astra weighs a card right now: smart card authorization, which Astra has to switch on for a
 * client.
 *
 * @returns null when Astra does not tell, for whatever reason. Never throws: nothing else depends
 * on it.
 */
export async function assessCard(
  card: Pick<Card, 'userId' | 'astraId'>,
): Promise<CardAuthDetails | null> {
  return Promise.race([ask(card), pause(patienceMs, null, { ref: false })]);
}

async function ask({ userId, astraId }: Pick<Card, 'userId' | 'astraId'>) {
  try {
    return await withAccessToken(userId, (accessToken) =>
      astra().cards.authDetails({ accessToken, id: astraId }),
    );
  } catch (error) {
    log().warn({ err: error, userId }, 'a card could not be assessed');
    return null;
  }
}
