import { randomBytes } from 'node:crypto';
import {
  pacificDay,
  paymentInstrumentOperations,
  routineOperations,
  transferOperations,
} from '@/lib/astra/contract';
import { SkipCase } from '../skip-case';
import { addCard, type CardPair, cardNumbers, personWithCards } from './cards';
import { type Person, person } from './people';
import { make, makeId, once, type Stage } from './stage';
import { until } from './until';

/** A reference of eight characters that was never used. */
export function newCorrelationId(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

/** A one-time payment from card to card. */
export function payment({ source, destination }: CardPair, change: object = {}) {
  return {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Conformance',
    source_id: source,
    destination_id: destination,
    amount: 4.99,
    ...change,
  };
}

/** The business day that many days from today. */
export function pacificDayIn(days: number): string {
  return pacificDay(Date.now() + days * 24 * 60 * 60_000);
}

/** Starts a payment. @returns the routine's id. */
export function startPayment(stage: Stage, cards: CardPair, change: object = {}): Promise<string> {
  const { accessToken } = cards;
  return makeId(stage, 'routines.create', { accessToken, json: payment(cards, change) });
}

export type Payment = CardPair & { routineId: string; transferId: string };

/** Starts a payment and waits for its transfer. */
export async function startedPayment(stage: Stage, cards: CardPair): Promise<Payment> {
  const routineId = await startPayment(stage, cards);
  const { accessToken } = cards;
  const transferId = await until(stage, 'a transfer', async () => {
    const { response } = transferOperations.list;
    const { transfers } = await make(stage, 'transfers.list', { accessToken }, response);
    return transfers.find(({ routine_id }) => routine_id === routineId)?.id;
  });
  return { ...cards, routineId, transferId };
}

/** A payment that has begun, for the cases that only look at it. */
export const somePayment = once(async (stage) =>
  startedPayment(stage, await personWithCards(stage)),
);

/** A payment that stays pending. */
export async function pendingPayment(stage: Stage): Promise<Payment> {
  const { accessToken, userId } = await person(stage);
  const source = await addCard(stage, { accessToken, userId }, cardNumbers.staysPending);
  const { destination } = await personWithCards(stage);
  return startedPayment(stage, { accessToken, userId, source, destination });
}

/** A payment whose transfer has come to its end. */
export async function endedPayment(stage: Stage, number: string): Promise<Payment> {
  const owner = await person(stage);
  const source = await addCard(stage, owner, number);
  const { destination } = await personWithCards(stage);
  const started = await startedPayment(stage, { ...owner, source, destination });
  const request = { accessToken: owner.accessToken, params: { id: started.transferId } };
  await until(stage, 'the end of a transfer', async () => {
    const read = await make(stage, 'transfers.get', request, transferOperations.get.response);
    return read.status === 'pending' ? undefined : read;
  });
  return started;
}

/** A routine that repeats and has not run yet. */
export async function weeklyRoutine(
  stage: Stage,
): Promise<Person & { id: string; source: string; destination: string }> {
  const owner = await person(stage);
  const [source, destination] = [await addAccount(stage, owner), await addAccount(stage, owner)];
  const id = await makeId(stage, 'routines.create', {
    accessToken: owner.accessToken,
    json: accountPayment({ source, destination }, { type: 'recurring', frequency: 'weekly' }),
  });
  return { ...owner, source, destination, id };
}

/** A payment from account to account, which may start later. */
export function accountPayment(
  { source, destination }: { source: string; destination: string },
  change: object = {},
) {
  return {
    type: 'one-time',
    payment_type: 'ach',
    name: 'Conformance',
    source_id: source,
    destination_id: destination,
    amount: 25,
    start_date: pacificDayIn(7),
    ...change,
  };
}

/** The partner's own institution. @throws SkipCase when the target's is not known. */
export function institutionOf({ target: { institutionId } }: Stage): string {
  if (institutionId !== null) return institutionId;
  throw new SkipCase('needs ASTRA_INSTITUTION_ID, which stands in the dashboard’s Client Details');
}

/**
 * An account by its numbers; the routing number is the one that the sandbox makes up.
 *
 * @throws SkipCase
 */
export function accountBody(stage: Stage, change: object = {}) {
  return {
    institution_id: institutionOf(stage),
    name: 'Conformance checking',
    bank_account_type: 'checking',
    account_number: String(Number.parseInt(randomBytes(5).toString('hex'), 16)).padStart(12, '9'),
    routing_number: '222222226',
    ...change,
  };
}

export function addAccount(stage: Stage, { accessToken }: Person): Promise<string> {
  return makeId(stage, 'accounts.create', { accessToken, json: accountBody(stage) });
}

/** A card and an account of the person of most cases. */
export const cardAndAccount = once(async (stage) => {
  const { source: cardId, ...owner } = await personWithCards(stage);
  return { ...owner, cardId, accountId: await addAccount(stage, owner) };
});

/** The partner's settlement accounts. @throws SkipCase when there are fewer. */
export async function paymentInstrumentIds(stage: Stage, atLeast: number): Promise<string[]> {
  const { response } = paymentInstrumentOperations.list;
  const { payment_instruments } = await make(stage, 'paymentInstruments.list', {}, response);
  if (payment_instruments.length >= atLeast) return payment_instruments.map(({ id }) => id);
  throw new SkipCase(`needs ${atLeast} payment instruments, which only Astra can set up`);
}

/** A payment whose routine has come to its end as well. */
export async function endedRoutine(stage: Stage, number: string): Promise<Payment> {
  const ended = await endedPayment(stage, number);
  const request = { accessToken: ended.accessToken, params: { id: ended.routineId } };
  await until(stage, 'the end of a routine', async () => {
    const read = await make(stage, 'routines.get', request, routineOperations.get.response);
    return read.status === 'active' ? undefined : read;
  });
  return ended;
}
