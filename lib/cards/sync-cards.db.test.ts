import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { addFault } from '@/testing/astra/faults';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { syncCards } from './sync-cards';

const emulator = await useEmulator();
const byAstraId = (astraId: string) => db().card.findUniqueOrThrow({ where: { astraId } });

beforeEach(forgetJobs);

/** Somebody with two cards, both known as Astra shows them. */
async function holderOfTwo() {
  const person = await createAstraPerson(emulator);
  const first = await addCardAtAstra(emulator, person.bearer, cardNumbers.works);
  const second = await addCardAtAstra(emulator, person.bearer, cardNumbers.alsoWorks);
  await syncCards(person.user.id);
  return { ...person, first, second };
}

test('cards that the list shows as they are known cost no further look', async () => {
  const { user } = await holderOfTwo();
  await syncCards(user.id);
  expect(await jobs()).toEqual([]);
});

test('a card that the list shows otherwise is looked at, and the others are not', async () => {
  const { user, first, second } = await holderOfTwo();
  await db().card.update({ where: { astraId: first }, data: { pullEnabled: false } });
  await syncCards(user.id);
  await runJobs();
  expect((await byAstraId(first)).pullEnabled).toBe(true);
  expect(emulator.proxy.calls('GET', `/v1/cards/${first}`)).toHaveLength(1);
  expect(emulator.proxy.calls('GET', `/v1/cards/${second}`)).toEqual([]);
});

test('cards that a list leaves out because it lags behind are looked at and stay', async () => {
  const { user, astraUserId, first, second } = await holderOfTwo();
  const lag = { kind: 'list_lag', on: 'cards.list', user: astraUserId, ms: 60_000 };
  await addFault(emulator, lag);
  await syncCards(user.id);
  await runJobs();
  for (const astraId of [first, second]) {
    expect(emulator.proxy.calls('GET', `/v1/cards/${astraId}`)).toHaveLength(1);
    expect((await byAstraId(astraId)).status).toBe('approved');
  }
});

test('a removed card that the list leaves out is left alone', async () => {
  const { user, first } = await holderOfTwo();
  await db().card.update({
    where: { astraId: first },
    data: { status: 'removed', astraId: `gone-${first}` },
  });
  await syncCards(user.id);
  expect(await jobs()).toEqual([]);
});
