import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signatureHeader, signTestWebhook } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { POST } from './route';

/** Delivers an event as Astra does. @returns the status that it is answered with. */
async function deliver(webhookId: string): Promise<number> {
  const body = JSON.stringify({
    webhook_type: 'transfer_updated',
    webhook_id: webhookId,
    user_id: 'somebody',
    resource_id: 'a-transfer',
  });
  const headers = { [signatureHeader]: signTestWebhook(body, env().ASTRA_CLIENT_SECRET) };
  const request = new Request('http://localhost/', { method: 'POST', headers, body });
  return (await POST(request, {})).status;
}

const rowsOf = (webhookId: string) =>
  db().webhookEvent.findMany({ where: { webhookId }, orderBy: { environment: 'asc' } });

test('a delivery is answered with exactly 200, the only success that Astra knows, each time it comes', async () => {
  const webhookId = randomUUID();
  expect([await deliver(webhookId), await deliver(webhookId)]).toEqual([200, 200]);
  expect(await rowsOf(webhookId)).toHaveLength(1);
});

test('an event of the sandbox is kept apart from one of production with the same id', async () => {
  const webhookId = randomUUID();
  const webhookType = 'transfer_updated';
  const other = { environment: 'production', webhookId, webhookType, resourceId: 'b', body: '{}' };
  await db().webhookEvent.create({ data: other });
  expect(await deliver(webhookId)).toBe(200);
  expect(await rowsOf(webhookId)).toMatchObject([
    { environment: 'emulator', resourceId: 'a-transfer' },
    { environment: 'production', resourceId: 'b' },
  ]);
});
