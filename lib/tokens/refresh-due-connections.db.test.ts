import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { connectionOf, createAstraPerson } from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createConnectedPerson } from '@/testing/rows/people';
import { enqueueDueRefreshes, refreshConnection } from './refresh-due-connections';

const emulator = await useEmulator();

/** Moves the end of somebody's refresh token to so many hours from now. */
async function endsIn(userId: string, hours: number): Promise<void> {
  await db().$executeRaw`
    UPDATE astra_connections
    SET refresh_expires_at = clock_timestamp() + make_interval(hours => ${hours})
    WHERE user_id = ${userId}::uuid`;
}

test('somebody idle is refreshed two days before the refresh token ends, and not before', async () => {
  const { user } = await createAstraPerson(emulator);
  await endsIn(user.id, 49);
  await enqueueDueRefreshes();
  expect(await jobs()).toEqual([]);

  await endsIn(user.id, 47);
  await enqueueDueRefreshes();
  await enqueueDueRefreshes();
  expect(await jobs()).toHaveLength(1);
  await runJobs();
  const { tokenVersion, refreshExpiresAt } = await connectionOf(user.id);
  expect(tokenVersion).toBe(1);
  expect(refreshExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 9 * 24 * 60 * 60_000);
  expect(await jobs()).toEqual([]);
});

test('a job that comes after somebody else has refreshed asks Astra nothing', async () => {
  const { user } = await createAstraPerson(emulator);
  await refreshConnection(user.id);
  expect(emulator.proxy.seen()).toEqual([]);
});

test('a refresh token that ended during an outage of ours leads to one question and one state', async () => {
  const user = await createConnectedPerson({ refreshToken: 'ended' });
  await endsIn(user.id, -24);
  await enqueueDueRefreshes();
  await runJobs();
  expect((await connectionOf(user.id)).status).toBe('needs_authorization');
  await enqueueDueRefreshes();
  expect(await jobs()).toEqual([]);
  expect(emulator.proxy.calls('POST', '/v1/oauth/token')).toHaveLength(1);
});

test('many due refreshes are spread over minutes', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => createConnectedPerson()));
  await Promise.all(people.map(({ id }) => endsIn(id, 1)));
  await enqueueDueRefreshes();
  const [spread] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM max(run_at) - min(run_at))::float AS seconds
    FROM graphile_worker.jobs WHERE task_identifier = 'refresh_connection'`;
  expect(spread?.seconds).toBeGreaterThan(60);
  expect(spread?.seconds).toBeLessThan(300);
  await forgetJobs();
  await Promise.all(people.map(({ id }) => endsIn(id, 100)));
});

test('one row that cannot be opened does not keep the others from being refreshed', async () => {
  const [broken, { user }] = [await createConnectedPerson(), await createAstraPerson(emulator)];
  await db().astraConnection.update({
    where: { userId: broken.id },
    data: { refreshTokenSealed: 'damaged' },
  });
  await Promise.all([broken.id, user.id].map((id) => endsIn(id, 1)));
  await enqueueDueRefreshes();
  await makeJobsDue();
  await runJobs();
  expect((await connectionOf(user.id)).tokenVersion).toBe(1);
  expect((await connectionOf(broken.id)).status).toBe('needs_authorization');
  expect(await jobs()).toEqual([]);
});

test('no token stands anywhere in the database as it is', async () => {
  const user = await createConnectedPerson({ accessToken: 'canary-a', refreshToken: 'canary-r' });
  expect(await everyText()).toContain(user.id);
  expect(await everyText()).not.toMatch(/canary/);
});
