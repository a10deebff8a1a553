import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createConnectedPerson } from '@/testing/rows/people';
import { storeAstraUser } from './store-astra-user';

test('each look at a profile writes down what others see of the name, and not the preferred one', async () => {
  const astraUserId = randomUUID();
  const { id: userId } = await createConnectedPerson({ astraUserId });
  const profile = {
    id: astraUserId,
    status: 'approved',
    first_name: 'Tenzing',
    last_name: 'Norgay',
    preferred_first_name: 'Larkspur',
    preferred_last_name: 'Payments',
  };
  expect(await db().$transaction((tx) => storeAstraUser(tx, userId, profile))).toBe(
    'The user is approved.',
  );
  expect(await db().astraConnection.findUnique({ where: { userId } })).toMatchObject({
    shortName: 'Tenzing N.',
  });
});
