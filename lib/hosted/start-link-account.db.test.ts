import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { createPerson } from '@/testing/rows/people';
import { consumeRedirectState } from './redirect-state';
import { startLinkAccount } from './start-link-account';

const emulator = await useEmulator();
const trips = (userId: string) => db().redirectState.count({ where: { userId } });
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test("a trip to link accounts is for this person's Astra user, with a state of its own purpose", async () => {
  const { user, astraUserId, phone } = await createAstraPerson(emulator);
  const url = await startLinkAccount(user.id);
  const { state, ...query } = queryOf(url);
  expect(new URL(url).pathname).toBe('/institutions/connect');
  expect(query).toMatchObject({ user_id: astraUserId, phone: phone.slice(2) });
  expect(query).not.toHaveProperty('account_id');
  expect(await consumeRedirectState(user.id, state ?? '')).toBe('link_account');
});

test('a trip to connect an account again names the account', async () => {
  const { user } = await createAstraPerson(emulator);
  const { id, astraId } = await createAccount(user.id, { connectionStatus: 'error' });
  const query = queryOf(await startLinkAccount(user.id, { reconnectAccountId: id }));
  expect(query).toMatchObject({ account_id: astraId });
});

test("nobody sets out to connect another person's account, or one that was removed", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createPerson()];
  const bens = await createAccount(ben.id, { connectionStatus: 'error' });
  const removed = await createAccount(ann.user.id, { removedAt: new Date() });
  for (const { id } of [bens, removed]) {
    const trip = startLinkAccount(ann.user.id, { reconnectAccountId: id });
    await expect(trip).rejects.toThrow('This account is no longer linked. Link it anew.');
  }
  expect(await trips(ann.user.id)).toBe(0);
});

test.each(['bank_link', 'numbers'] as const)(
  'an account that came by %s is not connected again on Astra’s page, which does not know its sign-in',
  async (origin) => {
    const { user } = await createAstraPerson(emulator);
    const { id } = await createAccount(user.id, { connectionStatus: 'error', origin });
    const trip = startLinkAccount(user.id, { reconnectAccountId: id });
    await expect(trip).rejects.toThrow('Remove it, then link it anew.');
    expect(await trips(user.id)).toBe(0);
  },
);

test('nobody links an account before connecting', async () => {
  const { id } = await createPerson();
  await expect(startLinkAccount(id)).rejects.toThrow('Connect to Astra first');
});
