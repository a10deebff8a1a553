import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { askingEvents } from './finish-events';

/** The indexes by which PostgreSQL finds rows of the inbox, when it does not look at the parameters. */
async function indexesOf(statement: Prisma.Sql): Promise<string[]> {
  const client = new Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query({
    text: `EXPLAIN (GENERIC_PLAN) ${statement.text}`,
    rowMode: 'array',
  });
  await client.end();
  return [...new Set(rows.join('\n').match(/\bwebhook_events_\w+(pkey|idx|key)\b/g))].sort();
}

test('a look finds its own events alone, also in a backlog that came since PostgreSQL last counted', async () => {
  await db().$executeRaw`
    INSERT INTO webhook_events (id, environment, webhook_id, webhook_type, resource_id, body)
    SELECT gen_random_uuid(), 'sandbox', n, 'transfer_updated', n, ''
    FROM generate_series(1, 5000) AS numbers (n)`;
  const used = await indexesOf(askingEvents([randomUUID()], { isFoundNow: Prisma.sql`true` }));
  expect(used).toEqual(['webhook_events_pkey', 'webhook_events_resource_id_status_idx']);
});
