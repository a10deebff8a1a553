import 'server-only';
import { AstraError, type AstraErrorKind } from '@/lib/astra';
import { redirectQuery } from '@/lib/astra/contract';
import type { HostedPurpose } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { enqueueListReadAfterChange } from '@/lib/lists/list-reads';
import { log } from '@/lib/log/logger';
import { connect, OtherPersonError } from './connect';
import type { HostedOutcome } from './outcome';
import { consumeRedirectState } from './redirect-state';

export type FinishedTrip = { outcome: HostedOutcome; purpose: HostedPurpose };

/**
 * Ends a trip to Astra's hosted pages: checks and uses up the `state`, and exchanges the code, if
 * there is one, for this person's tokens.
 *
 * Nothing the redirect says is believed beyond that. After a card or an
 * account was added there is no code, and the worker asks Astra for the person's lists.
 *
 * @param query what came back, unparsed: anybody can call a redirect URI with anything.
 */
export async function finishRedirect(userId: string, query: unknown): Promise<FinishedTrip> {
  const parsed = redirectQuery.safeParse(query);
  const { state, error, ...codes } = parsed.success ? parsed.data : {};
  const purpose = state ? await consumeRedirectState(userId, state) : null;
  if (!purpose) return { outcome: 'bad_state', purpose: 'authorize' };
  if (error) {
    return { purpose, outcome: error === 'access_denied' ? 'left' : 'failed' };
  }
  const code = codes.code ?? codes.authorization_code;
  // Whether adding a card also yields a code is not documented, so one that comes is used.
  const outcome = code ? await exchange(userId, code) : withoutCode(purpose);
  if (outcome === 'linked') {
    // The pages for one may let people do the other as well, and the list is what tells.
    await db().$transaction(async (tx) => {
      await enqueueListReadAfterChange(tx, userId, 'cards');
      await enqueueListReadAfterChange(tx, userId, 'accounts');
    });
  }
  return { purpose, outcome };
}

function withoutCode(purpose: HostedPurpose): HostedOutcome {
  return purpose === 'authorize' ? 'failed' : 'linked';
}

async function exchange(userId: string, code: string): Promise<HostedOutcome> {
  try {
    await connect(userId, code);
    return 'linked';
  } catch (error) {
    log().warn({ userId, err: error }, 'connecting to Astra failed');
    if (error instanceof OtherPersonError) return 'other_person';
    if (!(error instanceof AstraError)) throw error;
    if (error.code === 'invalid_grant') return 'code_refused';
    return error.outcomeUnknown || silences.has(error.kind) ? 'no_answer' : 'failed';
  }
}

/** Also when only the question whose tokens these are stayed without an answer. */
const silences = new Set<AstraErrorKind>(['connection', 'rate_limit', 'server', 'timeout']);
