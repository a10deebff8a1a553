import { dayWords } from '@/lib/payments/arrival/day-words';
import { automaticWords, isAutomatic } from '@/lib/payments/compose/automatic-kinds';
import { type PaymentTerms, paymentTerms } from '@/lib/payments/order/payment-order';
import { waitingWords } from '../routines/routine-words';

type Words = { title: string; text: string };

type Halt = Words & {
  tone: 'caution' | 'critical';
  /** Whether nothing will come of it any more. */
  isOver: boolean;
  /** Whether it goes on when the bank account is connected again. */
  isAtBank?: boolean;
};

/**
 * Why no transfer begins of a payment whose routine stands so; null when one may.
 *
 * @param isOfProgram whether it is an operator who reads this, of the program's money.
 * @param isUnwanted whether whoever it pays has chosen to receive nothing.
 */
export function standsStill(
  routineStatus: string | undefined,
  isOfProgram = false,
  isUnwanted = false,
): Halt | null {
  switch (routineStatus) {
    case undefined:
      return null;
    case 'inactive':
      if (isUnwanted) return { tone: 'caution', ...unwantedWords(isOfProgram), isOver: false };
      return {
        tone: 'caution',
        title: 'It is paused',
        text: isOfProgram
          ? 'No money moves until somebody signs in for the program and resumes it.'
          : 'No money moves until you resume it.',
        isOver: false,
      };
    case 'failed':
    case 'cancelled':
      return {
        tone: 'critical',
        title: 'It will not be sent',
        text: `It ${routineStatus === 'failed' ? 'failed at Astra' : 'was cancelled'}, and no transfer of it is known.`,
        isOver: true,
      };
    case 'completed':
      // Its transfer exists, and only we have not seen it: nothing invites to pay again.
      return {
        tone: 'caution',
        title: 'Astra says that it is done',
        text: 'Its transfer is being looked for, and appears here once it is found. Please don’t send it again.',
        isOver: false,
      };
    default: {
      const waiting = isOfProgram ? programWaits(routineStatus) : waitingWords(routineStatus);
      return waiting && { ...waiting, isOver: false };
    }
  }
}

/** As {@link waitingWords}, for operators. */
function programWaits(routineStatus: string): Omit<Halt, 'isOver'> | null {
  switch (routineStatus) {
    case 'requires_user_verification':
      return {
        tone: 'caution',
        title: 'Astra is still finding out who the program is.',
        text: 'It begins as soon as the program is approved.',
      };
    case 'pending_account_authorization':
      return {
        tone: 'caution',
        title: 'A bank wants somebody to sign in again.',
        text: 'It goes on once the program’s bank account is connected again.',
      };
    case 'user_suspended':
      return {
        tone: 'critical',
        title: 'Astra has suspended the program, so nothing is sent.',
        text: 'Ask Astra why.',
      };
    default:
      return null;
  }
}

/** Why a payment is paused that whoever it pays wants no more: only they can let it go on. */
export function unwantedWords(isOfProgram = false): Words {
  const resumes = isOfProgram ? 'Somebody who signs in for the program' : 'You';
  return {
    title: 'It is paused, and cannot go on now.',
    text: `Whoever it pays has stopped receiving money here. ${resumes} can resume it when they receive again.`,
  };
}

/**
 * What a payment waits for that Astra has and that has no transfer yet; null when one is about to
 * begin.
 *
 * @param payment.terms as the database has them.
 * @param today the Pacific day.
 */
export function waitsFor(
  { routineType, terms }: { routineType: string; terms: unknown },
  today: string,
): Words | null {
  const { startDate } = termsOf(terms);
  const start = startDate !== undefined && startDate > today ? dayWords(startDate, today) : null;
  if (isAutomatic(routineType)) {
    const from = start ? ` It begins on ${start}.` : '';
    return {
      title: 'It is set up',
      text: `${automaticWords[routineType].does}${from} Each transfer then appears in your activity.`,
    };
  }
  return start === null
    ? null
    : { title: 'It is planned', text: `No money moves before ${start}.` };
}

/** Terms that an older release wrote may read differently now; then nothing is said of them. */
function termsOf(terms: unknown): PaymentTerms {
  const parsed = paymentTerms.safeParse(terms);
  return parsed.success ? parsed.data : {};
}
