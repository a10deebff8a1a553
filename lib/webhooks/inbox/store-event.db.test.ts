import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { forgetJobs, jobs } from '@/testing/jobs';
import { deliveryOf, type Event, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';
import { inboxLimits } from './store-event';

// Nothing here is about time, and machines that run tests are busy.
inboxLimits.patienceMs = 20_000;

beforeEach(forgetJobs);

const receive = (event: Event) => receiveWebhook(...deliveryOf(event));

/** How many transactions wrote these events. */
async function commitsOf(events: Event[]): Promise<number> {
  const ids = events.map(({ webhook_id }) => webhook_id);
  const rows = await db().$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT xmin::text)::int AS n FROM webhook_events WHERE webhook_id = ANY(${ids})`;
  return rows[0]?.n ?? 0;
}

test('a thousand events that come at once are all stored, each with its job, in a few commits', async () => {
  const events = Array.from({ length: 1000 }, () => newEvent());
  expect(new Set(await Promise.all(events.map(receive)))).toEqual(new Set(['stored']));
  expect(await commitsOf(events)).toBeLessThan(50);
  expect(await jobs('sync_resource')).toHaveLength(1000);
});

test('the same event many times within one group is stored once', async () => {
  const [first, second] = [newEvent(), newEvent()];
  const receipts = await Promise.all([first, second, first, second, first].map(receive));
  expect(receipts.filter((receipt) => receipt === 'stored')).toHaveLength(2);
  expect(receipts.filter((receipt) => receipt === 'duplicate')).toHaveLength(3);
  expect(await jobs()).toHaveLength(2);
});

test('of two events under one id, the one that is stored has its resource looked at', async () => {
  const [first, second] = [newEvent(), newEvent()];
  second.webhook_id = first.webhook_id;
  const receipts = await Promise.all([first, second].map(receive));
  expect(receipts.toSorted()).toEqual(['duplicate', 'stored']);
  const stored = await db().webhookEvent.findFirstOrThrow({
    where: { webhookId: first.webhook_id },
  });
  expect(await jobs()).toMatchObject([{ payload: { resourceId: stored.resourceId } }]);
});

test('an event that the database refuses does not cost those in its group', async () => {
  await db().$executeRaw`
    ALTER TABLE webhook_events ADD CONSTRAINT no_poison CHECK (body NOT LIKE '%poison%')`;
  const events = Array.from({ length: 100 }, (_, place) =>
    newEvent(place % 40 === 7 ? { metadata: { note: 'poison' } } : {}),
  );
  const outcomes = await Promise.allSettled(events.map(receive));
  await db().$executeRaw`ALTER TABLE webhook_events DROP CONSTRAINT no_poison`;
  const refused = outcomes.flatMap(({ status }, place) => (status === 'rejected' ? place : []));
  expect(refused).toEqual([7, 47, 87]);
  expect(await jobs()).toHaveLength(97);
});

test('the job of an event is the one that everybody else asks for', async () => {
  const { user_id, resource_id } = newEvent();
  const subject = { resource: 'transfer', resourceId: resource_id, astraUserId: user_id } as const;
  const written = () => db().$queryRaw<Record<string, unknown>[]>`
    SELECT jobs.key, jobs.queue_name, jobs.task_identifier, jobs.priority, jobs.max_attempts,
      jobs.attempts, private.payload, jobs.run_at <= clock_timestamp() AS is_due
    FROM graphile_worker.jobs JOIN graphile_worker._private_jobs private USING (id)`;
  await enqueueSync(db(), subject);
  const expected = await written();
  await receive(newEvent({ user_id, resource_id }));
  expect(await written()).toEqual(expected);
  await forgetJobs();
  await receive(newEvent({ user_id, resource_id }));
  expect(await written()).toEqual(expected);
});

test('an event that comes while its resource is being looked at gets a look of its own', async () => {
  const { user_id, resource_id } = newEvent();
  await receive(newEvent({ user_id, resource_id }));
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = clock_timestamp(), locked_by = 'busy'`;
  await Promise.all([1, 2, 3].map(() => receive(newEvent({ user_id, resource_id }))));
  const key = `sync_resource:transfer:${resource_id}:${user_id}`;
  expect(await jobs()).toMatchObject([{ key, attempts: 0 }]);
});

test('a statement that takes too long costs its own events alone, and not those who come meanwhile', async () => {
  await db().$executeRaw`CREATE SEQUENCE statements`;
  await db().$executeRaw`
    CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
      IF nextval('statements') = 1 THEN PERFORM pg_sleep(60); END IF;
      RETURN NULL;
    END$$`;
  await db().$executeRaw`
    CREATE TRIGGER be_slow BEFORE INSERT ON webhook_events
    FOR EACH STATEMENT EXECUTE FUNCTION be_slow()`;
  const slow = Promise.allSettled([receive(newEvent())]);
  await expect
    .poll(() => db().$queryRaw`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)
    .toHaveLength(1);
  const others = await Promise.allSettled(Array.from({ length: 50 }, () => receive(newEvent())));
  await db().$executeRaw`DROP FUNCTION be_slow CASCADE`;
  expect(await slow).toMatchObject([{ status: 'rejected' }]);
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['fulfilled']));
});

test('events that meet a lock on their way are tried once more', async () => {
  await db().$executeRaw`CREATE SEQUENCE attempts`;
  await db().$executeRaw`
    CREATE FUNCTION be_held() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
      IF nextval('attempts') = 1 THEN RAISE EXCEPTION 'held' USING ERRCODE = '55P03'; END IF;
      RETURN NULL;
    END$$`;
  await db().$executeRaw`
    CREATE TRIGGER be_held BEFORE INSERT ON webhook_events
    FOR EACH STATEMENT EXECUTE FUNCTION be_held()`;
  expect(await receive(newEvent())).toBe('stored');
  const [row] = await db().$queryRaw<{ n: number }[]>`SELECT last_value::int AS n FROM attempts`;
  await db().$executeRaw`DROP FUNCTION be_held CASCADE`;
  expect(row?.n).toBe(2);
});
