import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import type { ConfirmedOrder } from '@/lib/payments/send/send-payment';
import type { Emulator } from '../astra/emulator';
import { madeRoutines } from '../astra/made-at-astra';
import type { Chance } from '../chance';
import { confirmedOrder } from '../rows/payments';
import { sendUntilAnswered } from '../send-until-answered';
import type { Resident } from './residents';

/** Forms that payers send while all else happens. */
export function planForms(
  residents: readonly Resident[],
  count: number,
  chance: Chance,
): ConfirmedOrder[] {
  const payers = residents.filter(({ isPayer }) => isPayer);
  return Array.from({ length: count }, () =>
    confirmedOrder(chance.pick(payers), { amountCents: toCents(chance.between(100, 5_000)) }),
  );
}

/** Sends one form after the other, each until its person has an answer. */
export async function sendAll(forms: readonly ConfirmedOrder[]): Promise<void> {
  for (const form of forms) await sendUntilAnswered(form);
}

const endings = new Set(['payment.found', 'payment.not_executed']);

/** What is wrong with payments at rest, as sentences. */
export async function findPaymentFaults(
  emulator: Emulator,
  forms: readonly ConfirmedOrder[],
): Promise<string[]> {
  const keys = forms.map(({ idempotencyKey }) => idempotencyKey);
  const payments = await db().payment.findMany({ where: { idempotencyKey: { in: keys } } });
  const routines = await madeRoutines(emulator);
  const story = await db().auditEvent.findMany();
  const faultsOf = (payment: Payment): string[] => {
    const { clientCorrelationId: reference, status, id } = payment;
    const made = routines.filter((one) => one.clientCorrelationId === reference);
    const told = story.filter(({ correlationId }) => correlationId === reference);
    const ends = told.filter(({ action }) => endings.has(action));
    const acts = new Set(told.map(({ action }) => action));
    return [
      ...(status === 'accepted' && made[0]?.id !== payment.routineAstraId
        ? ['has no routine']
        : []),
      ...(status !== 'accepted' && made.length > 0 ? [`is ${status}, and money moves`] : []),
      ...(made.length > 1 ? [`has ${made.length} routines`] : []),
      ...(ends.length > 1 || acts.size < told.length ? ['was written down more than once'] : []),
    ].map((problem) => `Payment ${id} ${problem}.`);
  };
  const missing = forms.length - payments.length;
  return [
    ...(missing === 0 ? [] : [`${missing} payments are missing.`]),
    ...payments.flatMap(faultsOf),
  ];
}
