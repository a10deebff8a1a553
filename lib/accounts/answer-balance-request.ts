import 'server-only';
import { answerBalance, type BalanceRequest, verifyBalanceRequest } from '@/lib/astra';
import { clientIp } from '@/lib/http/client-ip';
import { isLimitReached, isWithinLimit } from '@/lib/http/rate-limit';
import { withinTime } from '@/lib/http/within-time';
import { log } from '@/lib/log/logger';
import { balanceKeys } from './balance-keys';
import { balanceSource } from './balance-source';

/** What Astra is told; the route turns it into a status code. */
export type BalanceReply =
  | { outcome: 'balance'; body: ReturnType<typeof answerBalance> }
  | { outcome: 'not_set_up' | 'unauthorized' | 'too_many' | 'unknown_account' | 'unavailable' };

/** Astra may be about to pay and does not wait long; asked again, we may be well again. */
const longestMs = 700;

/** How often one address may come with a wrong proof before even a right one is not looked at. */
const wrongProofs = { count: 100, minutes: 15 };

/**
 * Answers Astra's question for the balance of an account that we hold. Who asks is checked before
 * anything is looked up, and somebody without the proof gets one and the same answer for every
 * account, whether or not it exists.
 *
 * @param limitMs how long the answer may take before it is "unavailable".
 */
export async function answerBalanceRequest(
  request: BalanceRequest,
  limitMs = longestMs,
): Promise<BalanceReply> {
  const keys = balanceKeys();
  if (!keys) return { outcome: 'not_set_up' };
  const accountId = verifyBalanceRequest(request, keys);
  try {
    const deviceIp = await clientIp();
    const reply = accountId === null ? refuse(deviceIp) : lookUp(accountId, deviceIp);
    return await withinTime(limitMs, reply);
  } catch (error) {
    log().error({ err: error }, 'a question for a balance could not be answered');
    return { outcome: 'unavailable' };
  }
}

async function refuse(deviceIp: string): Promise<BalanceReply> {
  const mayGoOn = await isWithinLimit(limitKey(deviceIp), wrongProofs);
  log().warn({ mayGoOn }, 'a question for a balance came without the right proof');
  return { outcome: mayGoOn ? 'unauthorized' : 'too_many' };
}

async function lookUp(accountId: string, deviceIp: string): Promise<BalanceReply> {
  // Otherwise whoever guesses on would still learn from the answer that a guess was right.
  if (await isLimitReached(limitKey(deviceIp), wrongProofs)) return { outcome: 'too_many' };
  const held = await balanceSource.read(accountId);
  if (!held) return { outcome: 'unknown_account' };
  return { outcome: 'balance', body: answerBalance(held) };
}

function limitKey(deviceIp: string): string {
  return `balance from ${deviceIp}`;
}
