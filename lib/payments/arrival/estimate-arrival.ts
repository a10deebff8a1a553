import type { PaymentOrder } from '../order/payment-order';
import { addBankingDays, addDays, bankingDayFrom, isBankingDay } from './banking-days';

/** Why a payment leaves on a later day than it could: too late for today's windows, or no banking day. */
export type WaitsBecause = 'cut_off' | 'banks_closed';

/** When a payment arrives, as far as anybody can say before it is made. */
export type Arrival =
  /** By a card network: seconds, as a rule. */
  | { kind: 'instant' }
  /** By the banks' own network, on this day in New York: the day that it leaves, or a morning after. */
  | { kind: 'banking_day'; day: string; leavesOn: string; waitsBecause: WaitsBecause | null }
  /** It moves by itself, whenever something else happens. */
  | { kind: 'automatic' };

/** Astra's last cut-offs of a day, in Eastern time. What is handed in later leaves on the next one. */
export const lastCutOffs = { sameDay: '15:45', later: '18:45' } as const;

const bankingDaysOf: Readonly<Record<string, number>> = { 'T+0': 0, 'T+1': 1, 'T+2': 2, 'T+4': 4 };

/** Asked for when a payment names no speed of its own. */
export const usualSpeed = 'T+2';

/**
 * Estimates when a payment arrives that is confirmed now.
 *
 * What goes into an account waits for the next window of the banks' network, then takes as many
 * banking days as its speed says; none when it comes from a card. Weekends and bank holidays don't
 * count. Card networks take no account of any of this.
 */
export function estimateArrival(
  { direction, routineType, terms }: Pick<PaymentOrder, 'direction' | 'routineType' | 'terms'>,
  now: Date,
): Arrival {
  if (routineType !== 'one-time' && routineType !== 'recurring') return { kind: 'automatic' };
  const isToCard = direction === 'card_to_card' || direction === 'account_to_card';
  if (isToCard || direction === 'book' || terms.speed === 'real-time') return { kind: 'instant' };
  const speed = direction === 'card_to_account' ? 'T+0' : (terms.speed ?? usualSpeed);
  const lastCutOff = speed === 'T+0' ? lastCutOffs.sameDay : lastCutOffs.later;
  const { day: today, time } = easternClock(now);
  const start = terms.startDate;
  const isLater = start !== undefined && start > today;
  const wanted = isLater ? start : today;
  const isTooLate = !isLater && isBankingDay(today) && time >= lastCutOff;
  const leavesOn = bankingDayFrom(isTooLate ? addDays(today, 1) : wanted);
  const waitsBecause = isTooLate ? 'cut_off' : leavesOn === wanted ? null : 'banks_closed';
  const day = addBankingDays(leavesOn, bankingDaysOf[speed] ?? 0);
  return { kind: 'banking_day', day, leavesOn, waitsBecause };
}

const eastern = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function easternClock(at: Date): { day: string; time: string } {
  const parts = Object.fromEntries(
    eastern.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return {
    day: [parts['year'], parts['month'], parts['day']].join('-'),
    time: [parts['hour'], parts['minute']].join(':'),
  };
}
