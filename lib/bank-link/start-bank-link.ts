import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import { bankLinkProvider } from './bank-link-provider';
import { callbackPath } from './callback-path';
import { BankLinkError, pageMinutes } from './provider';
import { hashState, sealReference } from './trip-secrets';

/** Somebody may finish on the bank's page in its last minute, and be back a little later. */
const lifetimeMinutes = pageMinutes + 15;

/**
 * Opens a trip to this person's bank.
 *
 * The way back holds a `state`: the bank's page can be used by anybody who has its address, so only
 * a person who comes back here, signed in as the one who set out, ends the trip.
 *
 * @returns the address to send the person to.
 * @throws UserFacingError when this person must connect to Astra first, or there is no way.
 */
export async function startBankLink(userId: string): Promise<string> {
  const provider = bankLinkProvider();
  if (!provider) throw new UserFacingError('Linking a bank this way is not offered here.');
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (connection?.status !== 'active') {
    throw new UserFacingError('Connect to Astra first, then come back to this.');
  }
  const state = randomBytes(32).toString('base64url');
  const returnUrl = new URL(`${callbackPath}${state}`, env().NEXTAUTH_URL).href;
  const { reference, url } = await provider.start({ userId, returnUrl }).catch(explainFailure);
  const id = randomUUID();
  await db().$executeRaw`
    INSERT INTO bank_link_sessions (id, user_id, provider, reference_sealed, state_hash, expires_at)
    VALUES (${id}::uuid, ${userId}::uuid, ${provider.name}, ${sealReference(reference, id)},
            ${hashState(state)}, clock_timestamp() + make_interval(mins => ${lifetimeMinutes}))`;
  return url;
}

function explainFailure(error: unknown): never {
  if (!(error instanceof BankLinkError)) throw error;
  log().warn({ err: error }, 'a trip to a bank could not be opened');
  throw new UserFacingError(
    error.failure === 'unavailable'
      ? 'The page of the banks does not answer. Please try again in a few minutes.'
      : 'The page of the banks can’t be opened at the moment. Link your bank with Astra instead.',
  );
}
