import 'server-only';
import { db } from '@/lib/db/prisma';
import { isWithinLimit, type RateLimit } from '@/lib/http/rate-limit';
import { UserFacingError } from '@/lib/http/user-facing-error';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';
import { findReceivingEnd } from './find-receiving-end';

/** Somebody who may be sent money, as far as a payment must know. */
export type Recipient = {
  recipientId: string;
  /** Where they receive. Never shown to whoever sends. */
  end: ChosenEnd;
};

/** Enough for everybody one knows; far too few to try out a list of addresses. */
const limit: RateLimit = { count: 30, minutes: 60 };

/**
 * Finds somebody to send money to, by the exact address that they sign in with. Only who has chosen
 * to receive money is found, so that nobody can learn who else uses this app.
 *
 * @returns null for everybody else, for the sender too.
 * @throws UserFacingError for somebody who looks for too many people.
 */
export async function findRecipient(senderId: string, email: string): Promise<Recipient | null> {
  if (!(await isWithinLimit(`find recipient:${senderId}`, limit))) {
    throw new UserFacingError(
      'You have looked for many people in a short time. Wait an hour, then try again.',
    );
  }
  const user = await db().user.findFirst({
    where: {
      email: email.trim().toLowerCase(),
      id: { not: senderId },
      connection: { astraUserStatus: 'approved' },
    },
  });
  const end = user && (await findReceivingEnd(user.id));
  return end ? { recipientId: user.id, end } : null;
}
