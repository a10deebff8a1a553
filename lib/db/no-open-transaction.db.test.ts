import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { syncCards } from '@/lib/cards/sync-cards';
import { finishRedirect } from '@/lib/hosted/finish-redirect';
import { createUserIntent } from '@/lib/onboarding/create-user-intent';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { settlePayment } from '@/lib/payments/settle/settle-payment';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { syncResource } from '@/lib/webhooks/sync/sync-resource';
import { wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import {
  type AstraPerson,
  approvableDetails,
  cardNumbers,
  createAstraPerson,
} from '@/testing/astra/person';
import { createApprovedPerson, tripToAuthorize } from '@/testing/astra/trips';
import { confirmedOrder } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import { db } from './prisma';

const emulator = await useEmulator();
const payer = () =>
  createAstraPerson(emulator, { cards: [cardNumbers.works, cardNumbers.alsoWorks] });

const send = (person: AstraPerson) => sendPayment(confirmedOrder(person));

/** Prepares a piece of work that asks Astra, and gives what begins it. */
type Preparation = () => Promise<() => Promise<unknown>>;

const calls: [what: string, method: string, path: RegExp, prepare: Preparation][] = [
  [
    'a payment',
    'POST',
    /^\/v1\/routines$/,
    async () => {
      const person = await payer();
      return () => send(person);
    },
  ],
  [
    'the look for a lost payment',
    'GET',
    /^\/v1\/routines$/,
    async () => {
      const person = await payer();
      emulator.proxy.arm('POST', '/v1/routines', { kind: 'lose_request' });
      const { paymentId } = await send(person);
      return () => settlePayment(paymentId);
    },
  ],
  [
    'a refresh of tokens',
    'POST',
    /^\/v1\/oauth\/token$/,
    async () => {
      const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
      return () => getAccessToken(user.id);
    },
  ],
  [
    'the exchange of a code',
    'POST',
    /^\/v1\/oauth\/token$/,
    async () => {
      const person = await createApprovedPerson(emulator);
      const query = await tripToAuthorize(emulator, person);
      return () => finishRedirect(person.user.id, query);
    },
  ],
  [
    'the question whose tokens they are',
    'GET',
    /^\/v1\/user$/,
    async () => {
      const person = await createApprovedPerson(emulator);
      const query = await tripToAuthorize(emulator, person);
      return () => finishRedirect(person.user.id, query);
    },
  ],
  [
    'an intent',
    'POST',
    /^\/v1\/user_intent$/,
    async () => {
      const { id: userId, email } = await createPerson();
      const form = { userId, email, submissionKey: randomUUID(), ipAddress: '192.0.2.1' };
      return () => createUserIntent({ ...form, details: approvableDetails() });
    },
  ],
  [
    'the look that an event asks for',
    'GET',
    /^\/v1\/transfers\//,
    async () => {
      const { astraUserId } = await createAstraPerson(emulator);
      const { id: resourceId } = wireTransfer();
      return () => syncResource({ resource: 'transfer', resourceId, astraUserId }, true);
    },
  ],
  [
    'a list of cards',
    'GET',
    /^\/v1\/cards$/,
    async () => {
      const { user } = await createAstraPerson(emulator);
      return () => syncCards(user.id);
    },
  ],
];

test.each(calls)(
  'no transaction is open while Astra answers %s',
  async (_what, method, path, prepare) => {
    const begin = await prepare();
    const gate = emulator.proxy.arm(method, path, { kind: 'hold', workIsDone: false });
    const work = begin();
    await gate.reached;
    const open = await db().$queryRaw<{ state: string }[]>`
    SELECT state FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend'
      AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`;
    gate.release();
    await work;
    expect(open).toEqual([]);
  },
);
