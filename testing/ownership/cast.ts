import { randomUUID } from 'node:crypto';
import type { User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { lendForEntry } from '@/lib/direct-entry/lend-for-entry';
import { createRedirectState } from '@/lib/hosted/redirect-state';
import { astra } from '@/lib/partner/astra';
import { reviewPayment } from '@/lib/payments/compose/review-payment';
import { shownVersion } from '@/lib/routines/changeable';
import { findRoutine } from '@/lib/routines/find-routine';
import { lookAtRoutine } from '@/lib/routines/look-at-routine';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { createAccount } from '../astra/accounts';
import type { Emulator } from '../astra/emulator';
import {
  type AstraPerson,
  cardNumbers,
  createAstraIntent,
  createAstraPerson,
  newPhone,
} from '../astra/person';
import { createRoutineAtAstra, firstTransferOf } from '../astra/routines';
import { type Browser, signIn, strangersBrowser } from '../requests/sign-in';
import { openBankTrip } from '../rows/bank-trips';
import { addHeldAccount } from '../rows/held-accounts';
import { issuedCardOf } from '../rows/issued-cards';
import { cardOrder, createPayment } from '../rows/payments';
import { createConnectedPerson } from '../rows/people';
import { createTransfer } from '../rows/transfers';

/** In OPERATOR_EMAILS of whoever uses this. */
export const operatorEmail = 'operator@larkspur.example';

/** Who may come. An operator has no more right to people's things than anybody. */
export type Role = 'anonymous' | 'other' | 'operator' | 'owner';

/** Everything that one person can own here. */
export type Owner = Awaited<ReturnType<typeof createOwner>>;

export type Cast = {
  owner: Owner;
  users: Record<Exclude<Role, 'anonymous'>, User>;
  browsers: Record<Role, Browser>;
};

/** An owner, and others who are connected to Astra just as well. */
export async function createCast(emulator: Emulator): Promise<Cast> {
  const { user: other } = await createParticipant(emulator);
  const { user: stranger } = await createParticipant(emulator);
  const operator = await db().user.update({
    where: { id: stranger.id },
    data: { email: operatorEmail },
  });
  const owner = await createOwner(emulator);
  const browsers = {
    anonymous: { ...strangersBrowser(), cookies: {} },
    other: await signIn(other),
    operator: await signIn(operator),
    owner: await signIn(owner.user),
  };
  return { owner, users: { owner: owner.user, other, operator }, browsers };
}

async function createParticipant(
  emulator: Emulator,
  cards: readonly string[] = [],
): Promise<AstraPerson & { intentId: string }> {
  const person = await createAstraPerson(emulator, { cards });
  const { id: userId, email } = person.user;
  const intentId = await createAstraIntent(emulator, { email, phone: newPhone() });
  await db().userIntent.create({
    data: {
      userId,
      submissionKey: randomUUID(),
      submission: 'accepted',
      astraId: intentId,
      astraStatus: 'approved',
    },
  });
  return { ...person, intentId };
}

async function createOwner(emulator: Emulator) {
  const { works, alsoWorks, flaggedByReview, noPull, waiting } = cardNumbers;
  const numbers = [works, alsoWorks, flaggedByReview, noPull, waiting];
  const person = await createParticipant(emulator, numbers);
  const { user, astraUserId, intentId } = person;
  const [source, destination, flagged, spare, slow] = person.cards;
  if (!source || !destination || !flagged || !spare || !slow)
    throw new Error('The owner lacks cards.');
  await db().card.update({ where: { id: flagged.id }, data: { status: 'flagged' } });
  const account = await addHeldAccount(emulator, person);
  await db().heldBalance.create({
    data: { accountId: account.id, availableCents: 5_000n, currentCents: 5_000n },
  });
  const spareAccount = await addHeldAccount(emulator, person);
  const broken = await createAccount(user.id, { connectionStatus: 'error' });
  const money = await createMoney(emulator, person, [source, destination, slow]);
  const draftKey = randomUUID();
  await reviewPayment(user.id, draftKey, cardOrder(source, destination, { name: 'Allowance' }));
  const bank = await openBankTrip(user.id);
  const back = await createReturnedTrip(user.id);
  const issuedCard = await issuedCardOf(user.id, 'active');
  const state = await createRedirectState(user.id, 'link_card');
  const loans = {
    card: (await lendForEntry(user.id, 'cards')).loan,
    account: (await lendForEntry(user.id, 'accounts')).loan,
  };
  const cards = { source, destination, flagged, spare };
  const owned = {
    cards,
    accounts: { held: account, broken, spare: spareAccount },
    ...money,
    draftKey,
    bank,
    back,
    loans,
  };
  /** Whatever holds one of these is about the owner. */
  const marks = [
    user.id,
    user.email,
    astraUserId,
    intentId,
    money.routineId,
    money.payment.id,
    back.id,
    ...[...person.cards, account, broken, spareAccount, money.transfer, money.received].flatMap(
      ({ id, astraId }) => [id, astraId],
    ),
  ];
  return { ...owned, user, issuedCard, state, marks };
}

type End = { id: string; astraId: string };

async function createMoney(
  emulator: Emulator,
  person: AstraPerson,
  [from, to, slow]: [End, End, End],
) {
  const userId = person.user.id;
  const ends = { source: from.astraId, destination: to.astraId };
  const routineId = await createRoutineAtAstra(emulator, person, ends);
  const astraIds = { sourceAstraId: from.astraId, destinationAstraId: to.astraId };
  await db().$transaction(await lookAtRoutine(userId, routineId));
  const amountCents = 1337n;
  const payment = await createPayment(userId, {
    name: 'Allowance',
    amountCents,
    ...astraIds,
    clientCorrelationId: 'abcd2345',
    status: 'unknown',
    sendBy: new Date(0),
  });
  // One that is still on its way at Astra, where it can be cancelled.
  const slowEnds = { source: slow.astraId, destination: to.astraId, type: 'one-time' as const };
  const slowRoutineId = await createRoutineAtAstra(emulator, person, slowEnds);
  const transfer = await db().transfer.create({
    data: {
      userId,
      astraId: await firstTransferOf(emulator, person, slowRoutineId, 'pending'),
      routineAstraId: routineId,
      name: 'Allowance',
      status: 'pending',
      amountCents,
      ...astraIds,
      history: { create: { status: 'pending' } },
    },
  });
  const transferShown = await withAccessToken(userId, (accessToken) =>
    astra().transfers.get({ accessToken, id: transfer.astraId }),
  );
  const { id: senderId } = await createConnectedPerson();
  const destinationAstraUserId = person.astraUserId;
  const received = await createTransfer(senderId, { ...astraIds, destinationAstraUserId });
  const routine = await findRoutine(userId, routineId);
  const routineShown = routine ? shownVersion(routine) : '';
  return { routineId, routineShown, payment, transfer, transferShown, received };
}

/** A trip to the bank from which the person is back, and which is still being finished. */
async function createReturnedTrip(userId: string) {
  await openBankTrip(userId);
  const { id } = await db().bankLinkSession.findFirstOrThrow({
    where: { userId },
    orderBy: { createdAt: 'desc' },
  });
  const results = JSON.stringify([
    { name: `Account of ${userId}`, mask: '0000', outcome: 'added' },
  ]);
  await db().$executeRaw`
    UPDATE bank_link_sessions SET returned_at = clock_timestamp(), results = ${results}::jsonb
    WHERE id = ${id}::uuid`;
  return { id };
}
