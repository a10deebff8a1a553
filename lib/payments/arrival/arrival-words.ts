import { pacificDay } from '@/lib/astra/contract';
import type { PaymentOrder } from '../order/payment-order';
import { dayWords } from './day-words';
import { estimateArrival, type WaitsBecause } from './estimate-arrival';

export type ArrivalWords = {
  /** "Usually within seconds", or a day. */
  when: string;
  /** Why it is not sooner, if there is something to know. */
  note: string | null;
};

/** When a payment that is confirmed now arrives, for whoever makes it. Nobody promises it. */
export function arrivalWords(
  order: Pick<PaymentOrder, 'direction' | 'routineType' | 'terms'>,
  now: Date,
): ArrivalWords {
  const arrival = estimateArrival(order, now);
  if (arrival.kind === 'instant') return { when: 'Usually within seconds', note: null };
  if (arrival.kind === 'automatic') {
    return { when: 'Each time a few days after it is due', note: null };
  }
  const { day, leavesOn, waitsBecause } = arrival;
  const today = pacificDay(now);
  const isSameDay = day === leavesOn;
  const which = dayWords(day, today);
  return {
    when: isSameDay
      ? `${day === today ? 'Today' : which}, by 6 pm Eastern time`
      : `${which}, in the morning`,
    note: waitsBecause && noteOf(waitsBecause, isSameDay, dayWords(leavesOn, today)),
  };
}

function noteOf(waitsBecause: WaitsBecause, isSameDay: boolean, leaves: string): string {
  if (waitsBecause === 'banks_closed') {
    return `It leaves on ${leaves}. Banks move no money on weekends and bank holidays.`;
  }
  const until = isSameDay ? '3:45 pm' : '6:45 pm';
  return `After ${until} Eastern time a payment waits for the next banking day, ${leaves}.`;
}
