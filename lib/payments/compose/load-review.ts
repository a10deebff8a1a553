import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { arrivalWords } from '../arrival/arrival-words';
import { type FindEnds, findEnds } from '../ends/find-ends';
import { orderFaults } from '../order/order-faults';
import type { PaymentOrder } from '../order/payment-order';
import { repeatDates } from '../order/repeat-dates';
import { isOldReview } from './confirm-payment';
import { findDraft } from './find-draft';
import { findShortfall } from './find-shortfall';
import { requireOffered } from './require-offered';
import { addressOf } from './typed-values';

/** How many days of a repeated payment are shown. */
const shownDates = 4;

/**
 * All that somebody sees before they confirm what they composed under this form's key, or null when
 * there is nothing. `fault` says why it cannot be confirmed as it is.
 *
 * @param find how the ends are found and allowed; for people, {@link findEnds}.
 */
export async function loadReview(userId: string, key: string, find: FindEnds = findEnds) {
  const draft = await findDraft(userId, key);
  if (!draft) return null;
  const now = await databaseTime();
  const { order, preview, version } = draft;
  const { startDate, frequency } = order.terms;
  const today = pacificDay(now);
  const found = await endsOf(userId, order, find);
  const [dayFault] = Object.values(orderFaults(order, today));
  return {
    ...found,
    fault: found.fault ?? dayFault ?? null,
    payeeEmail: order.recipientId ? await addressOf(order.recipientId) : undefined,
    order,
    preview,
    version,
    isOld: isOldReview(draft, now),
    short: await findShortfall(userId, order, preview, now),
    arrival: arrivalWords(order, now),
    today,
    dates: frequency ? repeatDates(startDate ?? today, frequency, shownDates) : [],
  };
}

export type Review = NonNullable<Awaited<ReturnType<typeof loadReview>>>;

type Ends = { from: string | null; to: string | null; fault: string | null };

async function endsOf(userId: string, order: PaymentOrder, find: FindEnds): Promise<Ends> {
  try {
    requireOffered(order.routineType, order.recipientId !== null);
    const { source, destination } = await find(db(), userId, order);
    return { from: source.label, to: destination.label, fault: null };
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { from: null, to: null, fault: Object.values(error.fields)[0] ?? error.message };
  }
}
