import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { connectionOf, createAstraPerson } from '@/testing/astra/person';
import { createApprovedPerson, tripToAuthorize } from '@/testing/astra/trips';
import { createPerson } from '@/testing/rows/people';
import { finishRedirect } from './finish-redirect';
import { consumeRedirectState } from './redirect-state';
import { startAuthorization } from './start-authorization';
import { startLinkCard } from './start-link-card';

const emulator = await useEmulator();
const trips = (userId: string) => db().redirectState.count({ where: { userId } });
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;

test('the first trip is for the intent, with its phone locked and a state of this person', async () => {
  const { user, phone, intentId } = await createApprovedPerson(emulator);
  const url = await startAuthorization(user.id);
  expect(new URL(url).origin).toBe(emulator.hosted);
  const { state, ...query } = queryOf(url);
  expect(query).toMatchObject({
    user_intent_id: intentId,
    phone: phone.slice(2),
    phone_read_only: 'true',
    redirect_uri: 'http://localhost:3000/api/astra/callback',
    response_type: 'code',
  });
  expect(query).not.toHaveProperty('user_id');
  expect(await consumeRedirectState(user.id, state ?? '')).toBe('authorize');
});

test('later trips are for the user at Astra', async () => {
  const person = await createApprovedPerson(emulator);
  await finishRedirect(person.user.id, await tripToAuthorize(emulator, person));
  const { astraUserId } = await connectionOf(person.user.id);
  const query = queryOf(await startAuthorization(person.user.id));
  expect(query).toMatchObject({ user_id: astraUserId });
  expect(query).not.toHaveProperty('user_intent_id');
});

test('nobody sets out to authorize before telling who they are', async () => {
  const { id } = await createPerson();
  await expect(startAuthorization(id)).rejects.toThrow('Tell Astra who you are first.');
  expect(await trips(id)).toBe(0);
});

test.each(['rejected', 'suspended'])('somebody %s by Astra is not sent there', async (status) => {
  const { user, intentId, phone } = await createApprovedPerson(emulator);
  const body = { id: intentId, status, phone };
  emulator.proxy.arm('GET', `/v1/user_intent/${intentId}`, {
    kind: 'answer',
    status: 200,
    body,
    workIsDone: false,
  });
  await expect(startAuthorization(user.id)).rejects.toThrow('this step is closed');
  expect(await trips(user.id)).toBe(0);
  expect(await db().userIntent.findUnique({ where: { astraId: intentId } })).toMatchObject({
    astraStatus: status,
  });
});

test('an Astra that does not answer is told in a sentence, and no trip begins', async () => {
  const { user, intentId } = await createApprovedPerson(emulator);
  emulator.proxy.arm('GET', `/v1/user_intent/${intentId}`, broken, 3);
  await expect(startAuthorization(user.id)).rejects.toThrow('Astra did not answer.');
  expect(await trips(user.id)).toBe(0);

  const connected = await createAstraPerson(emulator);
  emulator.proxy.arm('GET', '/v1/user', broken, 3);
  await expect(startLinkCard(connected.user.id)).rejects.toThrow('Astra did not answer.');
  expect(await trips(connected.user.id)).toBe(0);
});

test("a card trip is for this person's Astra user, with a state of its own purpose", async () => {
  const { user, astraUserId, phone } = await createAstraPerson(emulator);
  const url = await startLinkCard(user.id);
  const { state, ...query } = queryOf(url);
  expect(new URL(url).pathname).toBe('/cards/connect');
  expect(query).toMatchObject({ user_id: astraUserId, phone: phone.slice(2) });
  expect(await consumeRedirectState(user.id, state ?? '')).toBe('link_card');
});

test('nobody links a card before connecting, or while they must connect again', async () => {
  const { id } = await createPerson();
  await expect(startLinkCard(id)).rejects.toThrow('Connect to Astra first');
  const { user } = await createAstraPerson(emulator);
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { status: 'needs_authorization' },
  });
  await expect(startLinkCard(user.id)).rejects.toThrow('Please connect to Astra again');
  expect(await trips(user.id)).toBe(0);
});
