import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { requireAuthorization } from '@/lib/tokens/require-authorization';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { cardsAtAstra, issuedCardOf, way } from '@/testing/rows/issued-cards';
import { createCard, createPerson } from '@/testing/rows/people';
import { addIssuedCard } from './add-issued-card';

const emulator = await useEmulator();
const creations = () => emulator.secureProxy.calls('POST', '/v1/cards');
const handOvers = (userId: string) => db().cardHandOver.count({ where: { userId } });
const add = ({ user }: Pick<AstraPerson, 'user'>, cardId: string) =>
  addIssuedCard({ userId: user.id, cardId });

test('an issued card that is added is stored with its holder, tied to the issuer’s card', async () => {
  const person = await createAstraPerson(emulator);
  const issued = await issuedCardOf(person.user.id, 'active');
  expect(await way(person.user.id, issued.id)).toBe('ready');
  expect(await add(person, issued.id)).toBe('added');
  const [atAstra] = await cardsAtAstra(person.user.id);
  expect(await db().card.findMany({ where: { userId: person.user.id } })).toMatchObject([
    {
      astraId: atAstra?.id,
      issuerCardId: issued.id,
      lastFour: issued.lastFour,
      status: 'approved',
      pullEnabled: true,
      pushEnabled: true,
    },
  ]);
  expect(await way(person.user.id, issued.id)).toBe('added');
  expect(await handOvers(person.user.id)).toBe(0);
});

test('Astra is told of an issued card as its guide says', async () => {
  const person = await createAstraPerson(emulator);
  await add(person, (await issuedCardOf(person.user.id, 'active')).id);
  const sent = z.looseObject({}).parse(JSON.parse(creations()[0]?.body ?? ''));
  expect(sent).toMatchObject({
    added_by_user: true,
    card_number: expect.stringMatching(/^(440393|510805)\d{10}$/),
  });
});

test('a card that is added twice, also at the same moment, is one card at Astra', async () => {
  const person = await createAstraPerson(emulator);
  const { id } = await issuedCardOf(person.user.id, 'active');
  const ends = await Promise.all(Array.from({ length: 6 }, () => add(person, id)));
  expect(ends).toContain('added');
  expect(await add(person, id)).toBe('added');
  expect(creations()).toHaveLength(1);
  expect(await cardsAtAstra(person.user.id)).toHaveLength(1);
});

test('while a card is on its way, a second click waits for it', async () => {
  const person = await createAstraPerson(emulator);
  const { id } = await issuedCardOf(person.user.id, 'active');
  const gate = emulator.secureProxy.arm('POST', '/v1/cards', { kind: 'hold', workIsDone: false });
  const first = add(person, id);
  await gate.reached;
  expect(await add(person, id)).toBe('checking');
  expect(await way(person.user.id, id)).toBe('being_added');
  gate.release();
  expect(await first).toBe('added');
  expect(creations()).toHaveLength(1);
});

test('a card whose range Astra does not know is refused in words, and can be tried again', async () => {
  const person = await createAstraPerson(emulator);
  const { id } = await issuedCardOf(person.user.id, 'active');
  const body = { code: 400, name: 'Bad Request', description: 'The BIN is not registered.' };
  const fault = { kind: 'answer', status: 400, body, workIsDone: false } as const;
  emulator.secureProxy.arm('POST', '/v1/cards', fault);
  await expect(add(person, id)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: expect.stringContaining('range is not registered with Astra yet'),
  });
  expect(await way(person.user.id, id)).toBe('ready');
  expect(await handOvers(person.user.id)).toBe(0);
  expect(await add(person, id)).toBe('added');
});

test.each(['frozen', 'lost', 'expired'] as const)(
  'a card that is %s is not handed over',
  async (status) => {
    const person = await createAstraPerson(emulator);
    const { id, way: state } = await issuedCardOf(person.user.id, status);
    expect(state).toBe('unusable');
    await expect(add(person, id)).rejects.toThrow('can’t be used now');
    expect(creations()).toHaveLength(0);
  },
);

test('nobody adds a card of somebody else’s', async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const { id } = await issuedCardOf(ann.user.id, 'active');
  await expect(add(ben, id)).rejects.toThrow('not one of yours');
  await expect(add(ben, 'everyday-of-nobody')).rejects.toThrow('not one of yours');
  expect(creations()).toHaveLength(0);
});

test('nobody adds a card without being connected to Astra, and nothing is left behind', async () => {
  const user = await createPerson();
  const { id } = await issuedCardOf(user.id, 'active');
  await expect(add({ user }, id)).rejects.toThrow('connect to Astra again');
  const person = await createAstraPerson(emulator);
  const { userId, tokenVersion } = await connectionOf(person.user.id);
  await requireAuthorization({ userId, tokenVersion });
  const own = await issuedCardOf(person.user.id, 'active');
  await expect(add(person, own.id)).rejects.toThrow('connect to Astra again');
  expect(await handOvers(user.id)).toBe(0);
  expect(await handOvers(person.user.id)).toBe(0);
});

test('a card of another issuer that has the same id there is not taken for it', async () => {
  const person = await createAstraPerson(emulator);
  const { id } = await issuedCardOf(person.user.id, 'active');
  await createCard(person.user.id, { issuer: 'another', issuerCardId: id });
  expect(await way(person.user.id, id)).toBe('ready');
  expect(await add(person, id)).toBe('added');
  expect(creations()).toHaveLength(1);
});

test('a card that was removed at Astra can be added once more', async () => {
  const person = await createAstraPerson(emulator);
  const { id } = await issuedCardOf(person.user.id, 'active');
  await add(person, id);
  await db().card.updateMany({ where: { userId: person.user.id }, data: { status: 'removed' } });
  expect(await way(person.user.id, id)).toBe('ready');
  expect(await add(person, id)).toBe('added');
});
