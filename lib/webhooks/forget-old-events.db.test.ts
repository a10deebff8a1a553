import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetOldEvents } from './forget-old-events';

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);

const eventOf = (status: 'received' | 'done' | 'parked', days: number) => ({
  environment: 'emulator',
  webhookId: randomUUID(),
  webhookType: 'transfer_updated',
  resourceId: `${status}, ${days} days`,
  body: '{}',
  status,
  receivedAt: daysAgo(days),
});

test('events that were done with are forgotten long after Astra’s last attempt, and what waits never', async () => {
  await db().webhookEvent.createMany({
    data: [
      eventOf('done', 31),
      eventOf('done', 29),
      eventOf('parked', 91),
      eventOf('parked', 89),
      eventOf('received', 400),
    ],
  });
  await forgetOldEvents();
  const kept = await db().webhookEvent.findMany({ orderBy: { receivedAt: 'desc' } });
  expect(kept.map(({ resourceId }) => resourceId)).toEqual([
    'done, 29 days',
    'parked, 89 days',
    'received, 400 days',
  ]);
});

test('any number of old events is forgotten at once, and what looks found that long ago', async () => {
  await db().$executeRaw`
    INSERT INTO webhook_events
      (id, environment, webhook_id, webhook_type, resource_id, body, status, received_at)
    SELECT gen_random_uuid(), 'emulator', 'many-' || n, 'card_updated', 'many', '{}', 'done',
      clock_timestamp() - interval '60 days'
    FROM generate_series(1, 12000) n`;
  const change = { resource: 'card', astraId: randomUUID(), after: 'approved' };
  await db().foundChange.createMany({
    data: [true, false].flatMap((wasTold) => [
      { ...change, wasTold, foundAt: daysAgo(91) },
      { ...change, wasTold, foundAt: daysAgo(89) },
    ]),
  });
  await forgetOldEvents();
  expect(await db().webhookEvent.count({ where: { resourceId: 'many' } })).toBe(0);
  expect(await db().foundChange.count()).toBe(2);
});
