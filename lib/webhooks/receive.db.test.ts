import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signTestWebhook } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from './receive';

const bytes = (text: string) => new TextEncoder().encode(text);
const secret = 'test-client-secret';

function delivery(event: Record<string, unknown> = {}) {
  const body = JSON.stringify({
    webhook_type: 'transfer_updated',
    webhook_id: randomUUID(),
    user_id: 'astra-user',
    resource_id: randomUUID(),
    ...event,
  });
  return { body, signature: signature(body) };
}

function signature(body: string): string {
  return signTestWebhook(body, secret);
}

async function jobs(): Promise<number> {
  const [row] = await db().$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM graphile_worker.jobs`;
  return row?.n ?? -1;
}

test('a signed event is stored together with its job', async () => {
  const before = await jobs();
  const { body, signature } = delivery();
  expect(await receiveWebhook(bytes(body), signature)).toBe('stored');
  const { webhook_id: webhookId } = JSON.parse(body);
  expect(await db().webhookEvent.findFirst({ where: { webhookId } })).toMatchObject({
    status: 'received',
    webhookType: 'transfer_updated',
    body,
  });
  expect(await jobs()).toBe(before + 1);
});
