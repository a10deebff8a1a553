import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { PaymentStatus } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import type { ConfirmedOrder } from '@/lib/payments/send/send-payment';
import { sweepTransfers } from '@/lib/transfers/sweep-transfers';
import { controlEmulator } from '../astra/control';
import { useEmulator } from '../astra/emulator';
import { madeRoutines, madeTransfers } from '../astra/made-at-astra';
import { type AstraPerson, cardNumbers, createAstraPerson } from '../astra/person';
import { moveTime } from '../astra/timeline';
import { runJobs } from '../jobs';
import { spawnProgram } from '../processes/spawn-program';
import { confirmedOrder } from '../rows/payments';
import { until } from '../until';

const emulator = await useEmulator();
process.env['ASTRA_API_URL'] = emulator.api;

const createPayer = () =>
  createAstraPerson(emulator, { cards: [cardNumbers.works, cardNumbers.alsoWorks] });

/** Sends forms from several processes at the same time. @returns the payments' ids, in any order. */
async function sendAtOnce(formsOfProcesses: readonly ConfirmedOrder[][]): Promise<string[]> {
  const senders = formsOfProcesses.map((forms) =>
    spawnProgram('send-when-told', { words: [JSON.stringify(forms)] }),
  );
  await Promise.all(senders.map(nextMessage));
  const answers = senders.map(nextMessage);
  for (const one of senders) one.send('go');
  return z
    .array(z.array(z.string()))
    .parse(await Promise.all(answers))
    .flat();
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message]: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('A sender has ended.'))),
  ]);
  return message;
}

const decided: PaymentStatus[] = ['accepted', 'refused', 'not_executed'];

/** Lets time pass until these payments are decided. */
async function settle(ids: string[]): Promise<void> {
  const open = { id: { in: ids }, status: { notIn: decided } };
  const look = async () => {
    await moveTime(emulator, 60);
    await runJobs();
    return (await db().payment.count({ where: open })) === 0;
  };
  await until('every payment to be decided', look, 120_000);
}

test('one form sent fifty times at once by two processes is one payment with one routine, and all get the same answer', async () => {
  const form = confirmedOrder(await createPayer());
  const some = Array.from({ length: 25 }, () => form);
  const answers = await sendAtOnce([some, some]);
  expect(answers).toHaveLength(50);
  // Whoever is turned away by a server this busy tries again; the one that sent may be among them.
  await settle(answers);
  const payments = await db().payment.findMany({ where: { userId: form.userId } });
  expect(payments).toMatchObject([{ status: 'accepted' }]);
  expect(new Set(answers)).toEqual(new Set(payments.map(({ id }) => id)));
  expect(await madeRoutines(emulator)).toMatchObject([{ id: payments[0]?.routineAstraId }]);
}, 600_000);

const [people, formsEach, processes] = [10, 20, 4];

test('ten people send twenty payments each at once while every fifth call breaks: to the cent, both ends agree', async () => {
  const before = new Set((await madeRoutines(emulator)).map(({ id }) => id));
  const payers = await Promise.all(Array.from({ length: people }, createPayer));
  const forms = payers.flatMap((payer) => formsOf(payer));
  for (const kind of ['reset', 'lost_reset']) {
    await controlEmulator(emulator, 'fault add', { kind, on: 'routines.create', probability: 0.1 });
  }
  const answers = await sendAtOnce(
    Array.from({ length: processes }, (_, part) =>
      forms.filter((_form, place) => place % processes === part),
    ),
  );
  expect(new Set(answers).size).toBe(forms.length);
  const ids = { in: answers };
  await settle(answers);

  const accepted = await db().payment.findMany({ where: { id: ids, status: 'accepted' } });
  const lost = await db().payment.findMany({ where: { id: ids, status: 'not_executed' } });
  // A machine this busy may have taken too long to send one; nothing else is a reason to refuse.
  const refused = await db().payment.findMany({ where: { id: ids, status: 'refused' } });
  for (const { refusal } of refused) expect(refusal).toContain('took too long to prepare');
  expect(accepted.length + lost.length + refused.length).toBe(forms.length);
  expect(lost.length).toBeGreaterThan(0);

  const made = (await madeRoutines(emulator)).filter(({ id }) => !before.has(id));
  const routineIds = new Set(made.map(({ id }) => id));
  expect(routineIds).toEqual(new Set(accepted.map(({ routineAstraId }) => routineAstraId)));
  expect(made).toHaveLength(accepted.length);
  const moved = await until('a transfer of every routine', async () => {
    const all = await madeTransfers(emulator);
    const own = all.filter(({ routineId }) => routineIds.has(routineId ?? ''));
    return own.length >= made.length && own;
  });
  for (const { user, astraUserId } of payers) {
    const ours = accepted.filter(({ userId }) => userId === user.id);
    const theirs = made.filter(({ userId }) => userId === astraUserId);
    const own = new Set(theirs.map(({ id }) => id));
    const transfers = moved.filter(({ routineId }) => own.has(routineId ?? ''));
    expect(sum(theirs)).toBe(sum(ours));
    expect(sum(transfers)).toBe(sum(ours));
    expect(transfers).toHaveLength(ours.length);
    await sweepTransfers(user.id);
    const kept = await db().transfer.findMany({ where: { userId: user.id } });
    const amountOf = new Map(kept.map((row) => [row.routineAstraId, row.amountCents]));
    expect(kept).toHaveLength(ours.length);
    expect(amountOf).toEqual(new Map(ours.map((one) => [one.routineAstraId, one.amountCents])));
    expect(sum(kept)).toBe(sum(transfers));
  }
}, 600_000);

/** Forms of different amounts, so that no payment's absence is made up for by another's. */
function formsOf(payer: AstraPerson): ConfirmedOrder[] {
  return Array.from({ length: formsEach }, (_, place) =>
    confirmedOrder(payer, { amountCents: toCents(101 + 2 ** place) }),
  );
}

function sum(rows: readonly { amountCents: bigint | number | null }[]): bigint {
  return rows.reduce((total, { amountCents }) => total + BigInt(amountCents ?? 0), 0n);
}
