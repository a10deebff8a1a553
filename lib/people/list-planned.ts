import 'server-only';
import { brand } from '@/lib/brand';
import { pacificToday } from '@/lib/cards/pacific-today';
import { db } from '@/lib/db/prisma';
import { dayWords } from '@/lib/payments/arrival/day-words';
import { paymentTerms } from '@/lib/payments/order/payment-order';
import { findPlanned, type Planned } from './find-planned';
import { findShortName } from './find-short-name';

/** What somebody else has planned to send this person: never from what, or what their note says. */
export type PlannedPayment = {
  id: string;
  from: string;
  amountCents: bigint | null;
  isPaused: boolean;
  repeats: boolean;
  /** The Pacific day on which it begins, in words, while that lies ahead. */
  starts: string | null;
};

/** What other people have planned to send this person, the newest first. */
export async function listPlanned(recipientId: string): Promise<PlannedPayment[]> {
  const today = await pacificToday();
  return Promise.all(
    (await findPlanned(db(), recipientId)).map(async (planned) => toShown(planned, today)),
  );
}

async function toShown({ payment, routine }: Planned, today: string): Promise<PlannedPayment> {
  const { startDate } = paymentTerms.catch({}).parse(payment.terms);
  // What leaves a settlement account is the program's money, and no person's.
  const isOfProgram = payment.sourceKind === 'payment_instrument';
  return {
    id: payment.id,
    from: isOfProgram ? brand.name : await findShortName(payment.userId),
    amountCents: routine.amountCents,
    isPaused: routine.status === 'inactive',
    repeats: payment.routineType !== 'one-time',
    starts: startDate && startDate > today ? dayWords(startDate, today) : null,
  };
}
