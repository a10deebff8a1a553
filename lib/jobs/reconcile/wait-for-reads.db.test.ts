import { beforeEach, expect, test } from 'vitest';
import { databaseTime } from '@/lib/db/database-time';
import { forgetJobs, jobs } from '@/testing/jobs';
import {
  createBareTransfer,
  createKnownPerson,
  endWaits,
  forgetPeople,
} from '@/testing/rows/looked-at';
import { until } from '@/testing/until';
import { waitForReads } from './wait-for-reads';

beforeEach(forgetPeople);

test('what was passed over because it had a look under way is taken up without waiting for the next minute', async () => {
  const { user } = await createKnownPerson();
  await createBareTransfer(user.id);
  await endWaits();
  // No worker is there that would begin what recurs.
  const waiting = waitForReads(await databaseTime(), () => {});
  await until('its look to be wanted', async () => (await jobs('sync_resource')).length === 1);
  await forgetJobs();
  expect(await waiting).toEqual([]);
});
