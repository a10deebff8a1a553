import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Prisma, Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { lookAtRoutine } from '@/lib/routines/look-at-routine';
import { openToken } from '@/lib/tokens/sealed-tokens';
import { until } from '../until';
import type { Emulator } from './emulator';
import {
  type AstraPerson,
  askEmulator,
  cardNumbers,
  connectionOf,
  createAstraPerson,
} from './person';

const routine = z.object({
  id: z.string(),
  name: z.string(),
  amount: z.number(),
  status: z.string(),
  client_correlation_id: z.string().optional(),
});

const transfer = z.object({ id: z.string(), status: z.string() });

/** What exists at Astra for this person, asked past the proxy. */
export async function routinesOf(emulator: Emulator, { user }: Pick<AstraPerson, 'user'>) {
  const { accessTokenSealed } = await connectionOf(user.id);
  const token = openToken(accessTokenSealed ?? '', user.id, 'access_token');
  const answer = await askEmulator(`${emulator.api}/v1/routines`, `Bearer ${token}`);
  return z.object({ routines: z.array(routine) }).parse(answer).routines;
}

/** Has Astra make a routine between two of a person's cards, past the app. @returns its id. */
export async function createRoutineAtAstra(
  { api }: Emulator,
  { bearer }: Pick<AstraPerson, 'bearer'>,
  plan: { source: string; destination: string; type?: 'one-time' | 'recurring' },
): Promise<string> {
  const { source, destination, type = 'recurring' } = plan;
  const answer = await askEmulator(`${api}/v1/routines`, bearer, {
    type,
    ...(type === 'recurring' && { frequency: 'weekly' }),
    payment_type: 'debit',
    name: 'Allowance',
    source_id: source,
    destination_id: destination,
    amount: 5,
  });
  return z.object({ id: z.string() }).parse(answer).id;
}

/** Somebody with a routine of $5 between two cards that runs, and is known here. */
export async function createKnownRoutine(
  emulator: Emulator,
  type: 'recurring' | 'one-time' = 'recurring',
  from: string = cardNumbers.works,
): Promise<{ person: AstraPerson; id: string }> {
  const person = await createAstraPerson(emulator, { cards: [from, cardNumbers.alsoWorks] });
  const [source = '', destination = ''] = person.cards.map(({ astraId }) => astraId);
  const id = await createRoutineAtAstra(emulator, person, { source, destination, type });
  await db().$transaction(await lookAtRoutine(person.user.id, id));
  return { person, id };
}

/** A weekly routine of $5 that runs, unless it says otherwise, as if Astra had shown it. */
export function createRoutine(
  userId: string,
  change: Partial<Prisma.RoutineUncheckedCreateInput> = {},
): Promise<Routine> {
  return db().routine.create({
    data: {
      astraId: randomUUID(),
      userId,
      name: 'Allowance',
      type: 'recurring',
      paymentType: 'debit',
      status: 'active',
      amountCents: 500n,
      frequency: 'weekly',
      startDate: '2026-01-05',
      active: true,
      ...change,
    },
  });
}

/** Waits until the first transfer of a routine stands so at Astra. @returns its id. */
export async function firstTransferOf(
  { api }: Emulator,
  { bearer }: Pick<AstraPerson, 'bearer'>,
  routineId: string,
  status: 'pending' | 'processed',
): Promise<string> {
  return until(`a ${status} transfer of a routine`, async () => {
    const answer = await askEmulator(`${api}/v1/routines/${routineId}/transfers`, bearer);
    const [first] = z.object({ transfers: z.array(transfer) }).parse(answer).transfers;
    return first?.status === status && first.id;
  });
}
