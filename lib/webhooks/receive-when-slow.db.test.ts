import { Client } from 'pg';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { LateError } from './inbox/group-commit';
import { inboxLimits } from './inbox/store-event';
import { receiveWebhook } from './receive';

test('while the inbox cannot be written, a delivery is refused before Astra stops waiting, and taken later', async () => {
  const event = newEvent();
  const blocker = new Client({ connectionString: env().DATABASE_URL });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE webhook_events');
  const startedAt = performance.now();
  const deliveries = Array.from({ length: 15 }, () => receiveWebhook(...deliveryOf(event)));
  const outcomes = await Promise.allSettled(deliveries);
  const tookMs = performance.now() - startedAt;
  await blocker.end();
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
  expect(tookMs).toBeLessThan(9000);

  expect(['stored', 'duplicate']).toContain(await receiveWebhook(...deliveryOf(event)));
  const where = { webhookId: event.webhook_id };
  expect(await db().webhookEvent.count({ where })).toBe(1);
});

test('a delivery waits for its turn and for its commit no longer than the patience, and may be stored even so', async () => {
  await db().$executeRaw`
    CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
      PERFORM pg_sleep(0.5);
      RETURN NULL;
    END$$`;
  await db().$executeRaw`
    CREATE TRIGGER be_slow BEFORE INSERT ON webhook_events
    FOR EACH STATEMENT EXECUTE FUNCTION be_slow()`;
  const { patienceMs } = inboxLimits;
  inboxLimits.patienceMs = 50;
  const event = newEvent();
  await expect(receiveWebhook(...deliveryOf(event))).rejects.toThrow(LateError);
  inboxLimits.patienceMs = patienceMs;
  await db().$executeRaw`DROP FUNCTION be_slow CASCADE`;
  expect(['stored', 'duplicate']).toContain(await receiveWebhook(...deliveryOf(event)));
});
