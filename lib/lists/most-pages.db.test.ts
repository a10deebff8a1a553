import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { syncCards } from '@/lib/cards/sync-cards';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { mostPages } from './most-pages';

const emulator = await useEmulator();

test('a list at Astra that never ends is given up after so many pages, and nothing is written', async () => {
  const { user } = await createAstraPerson(emulator);
  for (let page = 0; page <= mostPages; page += 1) {
    const body = { cards: [{ id: randomUUID() }], count: 1, more: true, cursor: `after-${page}` };
    emulator.proxy.arm('GET', '/v1/cards', {
      kind: 'answer',
      status: 200,
      body,
      workIsDone: false,
    });
  }
  await expect(syncCards(user.id)).rejects.toThrow(`go on after ${mostPages}`);
  expect(emulator.proxy.calls('GET', '/v1/cards')).toHaveLength(mostPages);
  expect(await db().card.count({ where: { userId: user.id } })).toBe(0);
});
