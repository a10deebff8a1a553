import 'server-only';
import {
  AstraError,
  AstraInvalidRequestError,
  AstraPermissionError,
  type CreateUserIntent,
} from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { lockPerson } from '@/lib/db/lock-person';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { notifyUser } from '@/lib/live/notify';
import { astra } from '@/lib/partner/astra';
import type { Details } from './details';

/**
 * Hands somebody's details to Astra, which starts to check them. The details pass through: only
 * the new intent's id is stored.
 *
 * The row is written first, under a key made with the form, so that a double click or a resent form
 * creates one intent. Astra answers with an id alone; its decision comes by webhook.
 *
 * @throws UserFacingError when Astra refuses, or when there is no telling what happened. Trying
 * again with a new form is safe then: an intent that nobody uses has no effect, though Astra takes
 * only three of them for one e-mail address.
 */
export async function createUserIntent(options: {
  userId: string;
  email: string;
  submissionKey: string;
  ipAddress: string;
  details: Details;
}): Promise<void> {
  const { userId, email, submissionKey, ipAddress, details } = options;
  const claim = await claimSubmission(userId, submissionKey);
  if (claim === 'not_needed') return;
  const where = { userId_submissionKey: { userId, submissionKey } };
  if (claim === 'seen_before') {
    const { submission } = await db().userIntent.findUniqueOrThrow({ where });
    if (submission === 'sending' || submission === 'accepted') return;
    throw new UserFacingError(
      'These details were sent before, and that did not work. Nothing was stored here. Please send them again.',
    );
  }

  try {
    const { id: astraId } = await astra().userIntents.create(toRequest(email, ipAddress, details));
    await db().$transaction(async (tx) => {
      await tx.userIntent.update({
        where,
        data: { submission: 'accepted', astraId, astraStatus: 'pending' },
      });
      // Astra may have decided, and told us, before we had stored the id.
      await enqueueSync(tx, { resource: 'user_intent', resourceId: astraId, astraUserId: null });
      await notifyUser(tx, userId);
    });
  } catch (error) {
    const refused = error instanceof AstraError && !error.outcomeUnknown;
    await db().userIntent.update({ where, data: { submission: refused ? 'refused' : 'unknown' } });
    throw explain(error);
  }
}

/** Somebody who sends two forms at the same moment gets one intent; a crashed attempt is over then. */
const attemptMs = 60_000;

async function claimSubmission(
  userId: string,
  submissionKey: string,
): Promise<'claimed' | 'seen_before' | 'not_needed'> {
  return db().$transaction(async (tx) => {
    await lockPerson(tx, userId);
    const same = await tx.userIntent.count({ where: { userId, submissionKey } });
    if (same > 0) return 'seen_before';
    const now = await databaseTime(tx);
    const others = await tx.userIntent.count({
      where: {
        userId,
        OR: [
          { submission: 'accepted', NOT: { astraStatus: 'rejected' } },
          { submission: 'sending', createdAt: { gt: new Date(now.getTime() - attemptMs) } },
        ],
      },
    });
    if (others > 0) return 'not_needed';
    await tx.userIntent.create({ data: { userId, submissionKey, submission: 'sending' } });
    return 'claimed';
  });
}

function toRequest(email: string, ipAddress: string, details: Details): CreateUserIntent {
  return {
    email,
    first_name: details.firstName,
    last_name: details.lastName,
    date_of_birth: details.dateOfBirth,
    ssn: details.ssn,
    phone: details.phone,
    address1: details.address1,
    // Astra takes an empty second line, but answers 400 to null.
    address2: details.address2,
    city: details.city,
    state: details.state,
    postal_code: details.postalCode,
    ip_address: ipAddress,
  };
}

/** Astra's field names beside ours, for errors that name a field. */
const fieldNames: Readonly<Record<string, string>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  date_of_birth: 'dateOfBirth',
  postal_code: 'postalCode',
};

function explain(error: unknown): unknown {
  if (error instanceof AstraInvalidRequestError) {
    const fields = Object.fromEntries(
      Object.entries(error.fieldErrors).map(([name, texts]) => [
        fieldNames[name] ?? name,
        texts.join(' '),
      ]),
    );
    return new UserFacingError(
      `Astra could not accept these details. ${error.description ?? 'Check them and send them again.'}`,
      fields,
    );
  }
  if (error instanceof AstraPermissionError) {
    return new UserFacingError(
      'Astra has declined these details before and does not accept them again. Write to our support if this surprises you.',
    );
  }
  if (error instanceof AstraError) {
    return new UserFacingError(
      'Astra did not answer, so your details may not have arrived. Nothing was stored here. Please send them again in a minute.',
    );
  }
  return error;
}
