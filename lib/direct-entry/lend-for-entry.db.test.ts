import { expect, test } from 'vitest';
import { jobs } from '@/testing/jobs';
import { createConnectedPerson } from '@/testing/rows/people';
import { lendForEntry } from './lend-for-entry';

test('nothing is lent while numbers may not be typed here', async () => {
  const user = await createConnectedPerson();
  await expect(lendForEntry(user.id, 'cards')).rejects.toThrow('switched off');
  await expect(lendForEntry(user.id, 'accounts')).rejects.toThrow('switched off');
  expect(await jobs()).toEqual([]);
});
