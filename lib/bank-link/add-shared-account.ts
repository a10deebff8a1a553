import 'server-only';
import { storeAccount } from '@/lib/accounts/store-account';
import { type AstraAccount, AstraError } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { SharedAccount } from './provider';
import type { LinkResult } from './results';

/**
 * Hands one account that a person shared at the bank to Astra, once, and writes it down. One that
 * fails says so and costs the person none of the others.
 */
export async function addSharedAccount(
  userId: string,
  account: SharedAccount,
): Promise<LinkResult['outcome']> {
  const { processorToken, institutionId } = account;
  if (!processorToken) return 'refused';
  let id: string;
  try {
    const { accessToken } = await getAccessToken(userId);
    const added = await astra().accounts.createByProcessorToken({
      accessToken,
      processor_token: processorToken,
      ...(institutionId && { institution_id: institutionId }),
    });
    id = added.id;
  } catch (error) {
    return outcomeOf(error);
  }
  const at = await databaseTime();
  const stored = await readOrAssume(userId, id, account);
  await db().$transaction((tx) => storeAccount(tx, userId, stored, { at, origin: 'bank_link' }));
  return 'added';
}

function outcomeOf(error: unknown): LinkResult['outcome'] {
  log().warn({ err: error }, 'Astra did not take an account from a bank link');
  if (error instanceof NeedsAuthorizationError) return 'refused';
  // Not known to be unsent, and the other accounts must be told of in any case.
  if (!(error instanceof AstraError) || error.outcomeUnknown) return 'unknown';
  return /already exists/i.test(error.description ?? '') ? 'existing' : 'refused';
}

/**
 * The account as Astra shows it. Its answer to the creating call is an id and no more, and a read
 * may fail or come too early: then it is written as the bank named it, and the list, which is read
 * next, tells the rest.
 */
async function readOrAssume(
  userId: string,
  id: string,
  { name, mask, subtype }: SharedAccount,
): Promise<AstraAccount> {
  try {
    return await withAccessToken(userId, (accessToken) =>
      astra().accounts.get({ accessToken, id }),
    );
  } catch (error) {
    log().warn({ err: error }, 'a new account could not be read at Astra');
    const unknown = {
      current_balance_cents: null,
      available_balance_cents: null,
      last_balance_update_on: null,
    };
    return { id, name, mask, subtype, ...unknown };
  }
}
