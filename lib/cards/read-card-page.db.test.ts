import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createCard, createPerson } from '@/testing/rows/people';
import { readCardPage } from './read-card-page';

afterEach(() => void vi.restoreAllMocks());

/** Somebody with this many cards; `5000` is the oldest, and each next one is a second younger. */
async function collector(count: number) {
  const user = await createPerson();
  const first = await createCard(user.id, { lastFour: '5000', createdAt: new Date(0) });
  const { id: _id, ...columns } = first;
  await db().card.createMany({
    data: Array.from({ length: count - 1 }, (_, index) => ({
      ...columns,
      astraId: `${first.astraId}-${index}`,
      lastFour: String(5001 + index),
      createdAt: new Date((index + 1) * 1000),
    })),
  });
  return user;
}

test('of 500 cards a page reads twelve, with two questions to the database', async () => {
  const { id: userId } = await collector(500);
  const asked = vi.spyOn(Client.prototype, 'query');
  const newest = await readCardPage(userId);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(newest).toMatchObject({ page: 1, pages: 42, total: 500 });
  expect(newest.items.map(({ lastFour }) => lastFour)).toEqual(
    Array.from({ length: 12 }, (_, index) => String(5499 - index)),
  );

  asked.mockClear();
  const last = await readCardPage(userId, { page: 1000 });
  expect(asked).toHaveBeenCalledTimes(2);
  expect(last).toMatchObject({ page: 42, pages: 42 });
  expect(last.items.map(({ lastFour }) => lastFour)).toEqual(
    Array.from({ length: 8 }, (_, index) => String(5007 - index)),
  );
});

test("a page shows neither removed cards nor other people's", async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await createCard(ben.id);
  await createCard(ann.id, { status: 'removed' });
  const flagged = await createCard(ann.id, { status: 'flagged' });
  const { items, total } = await readCardPage(ann.id);
  expect(items.map(({ id }) => id)).toEqual([flagged.id]);
  expect(total).toBe(1);
});

test('a page can be as short as somebody wants it', async () => {
  const { id: userId } = await collector(5);
  expect((await readCardPage(userId, { size: 3 })).items).toHaveLength(3);
});
