import { expect, test } from 'vitest';
import { AstraNotFoundError } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { addBankAccountAtAstra, createAccount, passListLag } from '@/testing/astra/accounts';
import { answerWith } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { handleAccount } from './account';

const emulator = await useEmulator();
const look = async (userId: string, resourceId: string) =>
  db().$transaction(await handleAccount({ resourceId, userId }));
const byAstraId = (astraId: string) => db().account.findUnique({ where: { astraId } });

test('an account is written as Astra shows it, and keeps how it was added', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await createAccount(user.id, { astraId, origin: 'bank_link', connectionStatus: 'error' });
  expect(await look(user.id, astraId)).toBe('The account is connected.');
  expect(await byAstraId(astraId)).toMatchObject({
    origin: 'bank_link',
    connectionStatus: 'connected',
    availableBalanceCents: 250_000n,
  });
});

test('what Astra leaves out stays open, and a word that is new to us is kept as it is', async () => {
  const { user } = await createAstraPerson(emulator);
  const id = `astra_generic_${user.id}`;
  answerWith(emulator, 'accounts', { id, connection_status: 'resting', current_balance: -0.01 });
  expect(await look(user.id, id)).toBe('The account is resting.');
  expect(await byAstraId(id)).toMatchObject({
    name: null,
    institutionName: null,
    mask: null,
    subtype: null,
    availableBalanceCents: null,
    currentBalanceCents: -1n,
    balanceAt: null,
  });
});

test('an account that Astra does not show counts as removed once a list must show it', async () => {
  const { user } = await createAstraPerson(emulator);
  const { astraId } = await createAccount(user.id);
  await expect(look(user.id, astraId)).rejects.toThrow(AstraNotFoundError);
  expect(await byAstraId(astraId)).toMatchObject({ removedAt: null });
  await passListLag(astraId);
  expect(await look(user.id, astraId)).toBe('The account is no longer linked.');
  expect((await byAstraId(astraId))?.removedAt).toBeInstanceOf(Date);
});

test('an account that Astra shows again is linked again', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await createAccount(user.id, { astraId, removedAt: new Date() });
  await look(user.id, astraId);
  expect(await byAstraId(astraId)).toMatchObject({ removedAt: null });
});

test("another person's account is neither shown nor moved nor removed", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const astraId = await addBankAccountAtAstra(emulator, ann.bearer);
  await createAccount(ben.user.id, { astraId, name: 'Of Ben' });
  expect(await look(ann.user.id, astraId)).toBe(
    'Nothing: the account belongs to another person here.',
  );
  const bens = await createAccount(ben.user.id, { createdAt: new Date(0) });
  await expect(look(ann.user.id, bens.astraId)).rejects.toThrow(AstraNotFoundError);
  expect(await byAstraId(astraId)).toMatchObject({ userId: ben.user.id, name: 'Of Ben' });
  expect(await byAstraId(bens.astraId)).toMatchObject({ removedAt: null });
});
