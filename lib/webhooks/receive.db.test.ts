import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { signTestWebhook, webhookTypes } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { jobs } from '@/testing/jobs';
import { delivery, deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from './receive';
import { resourceOf, whyNothingToDo } from './resource-of';

const previousSecret = 'previous-client-secret';
vi.stubEnv('ASTRA_PREVIOUS_CLIENT_SECRET', previousSecret);

const rowOf = (webhookId: string) => db().webhookEvent.findFirst({ where: { webhookId } });
const counts = async () => ({
  rows: await db().webhookEvent.count(),
  jobs: (await jobs()).length,
});

test('a signed event is stored together with its job', async () => {
  const before = await counts();
  const event = newEvent();
  expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
  expect(await rowOf(event.webhook_id)).toMatchObject({
    environment: 'emulator',
    status: 'received',
    webhookType: 'transfer_updated',
    resourceId: event.resource_id,
    astraUserId: event.user_id,
    body: JSON.stringify(event),
  });
  expect(await counts()).toEqual({ rows: before.rows + 1, jobs: before.jobs + 1 });
});

const good = newEvent();
const [goodBody, goodSignature] = delivery(JSON.stringify(good), 'test-client-secret');

test.each([
  ['no signature', null],
  ['an empty signature', ''],
  ['a signature that is no base64', 'not base64 at all!'],
  ['a signature that is too short', goodSignature.slice(0, 20)],
  ['a signature that is too long', `${goodSignature}AAAA`],
  ['two signatures in one header', `${goodSignature}, ${goodSignature}`],
  ['a signature with a prefix', `sha256=${goodSignature}`],
  ['a signature with another secret', signTestWebhook(goodBody, 'not-the-secret')],
  ['a signature of another body', signTestWebhook('{}', 'test-client-secret')],
])('a delivery with %s leaves nothing behind', async (_what, signature) => {
  const before = await counts();
  expect(await receiveWebhook(goodBody, signature)).toBe('bad_signature');
  expect(await counts()).toEqual(before);
});

test('ten thousand unsigned deliveries leave no row', async () => {
  const before = await counts();
  for (let sent = 0; sent < 10_000; sent += 1) await receiveWebhook(goodBody, null);
  expect(await counts()).toEqual(before);
});

test('while a secret is being replaced, both secrets count', async () => {
  for (const secret of ['test-client-secret', previousSecret]) {
    const body = JSON.stringify(newEvent());
    expect(await receiveWebhook(...delivery(body, secret))).toBe('stored');
  }
});

test('the same event three times in a row is one row and one job', async () => {
  const before = await counts();
  const again = deliveryOf(newEvent());
  expect(await receiveWebhook(...again)).toBe('stored');
  expect(await receiveWebhook(...again)).toBe('duplicate');
  expect(await receiveWebhook(...again)).toBe('duplicate');
  expect(await counts()).toEqual({ rows: before.rows + 1, jobs: before.jobs + 1 });
});

test('the same event sixteen times at once is one row and one job', async () => {
  const before = await counts();
  const [body, signature] = deliveryOf(newEvent());
  const receipts = await Promise.all(
    Array.from({ length: 16 }, () => receiveWebhook(new Uint8Array(body), signature)),
  );
  expect(receipts.filter((receipt) => receipt === 'stored')).toHaveLength(1);
  expect(receipts.filter((receipt) => receipt === 'duplicate')).toHaveLength(15);
  expect(await counts()).toEqual({ rows: before.rows + 1, jobs: before.jobs + 1 });
});

test('a burst of events about one resource is one job', async () => {
  const before = await counts();
  const { resource_id, user_id } = newEvent();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      receiveWebhook(...deliveryOf(newEvent({ resource_id, user_id }))),
    ),
  );
  expect(await counts()).toEqual({ rows: before.rows + 20, jobs: before.jobs + 1 });
});

test('an event of a type that nobody knows is stored and parked, without a job', async () => {
  const before = await counts();
  for (const webhook_type of ['invented_tomorrow', 'toString', '__proto__']) {
    const event = newEvent({ webhook_type });
    expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
    expect(await rowOf(event.webhook_id)).toMatchObject({ status: 'parked' });
  }
  expect((await counts()).jobs).toBe(before.jobs);
});

test('an event that asks nothing of this app is stored and done with, and says why', async () => {
  const before = await counts();
  const event = newEvent({
    webhook_type: 'inbound_payment_received',
    user_id: null,
    metadata: { amount: 12.5, type: 'Ach' },
  });
  expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
  expect(await rowOf(event.webhook_id)).toMatchObject({
    status: 'done',
    outcome: 'Nothing to do: what settlement accounts hold is read when somebody opens them.',
  });
  expect((await counts()).jobs).toBe(before.jobs);
});

test('of every event that Astra documents, it is known what is done about it', () => {
  for (const type of webhookTypes) {
    const answers = [resourceOf(type), whyNothingToDo(type)].filter((answer) => answer !== null);
    expect(answers, type).toHaveLength(1);
  }
});

test('an event about a dispute has its transfer looked at, which is where disputes stand', async () => {
  for (const webhook_type of ['chargeback_created', 'chargeback_updated']) {
    const transferId = randomUUID();
    const event = newEvent({ webhook_type, resource_parent_id: transferId });
    expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
    expect(await rowOf(event.webhook_id)).toMatchObject({
      status: 'received',
      webhookType: webhook_type,
      resourceId: transferId,
      body: JSON.stringify(event),
    });
    const payload = { resource: 'transfer', resourceId: transferId, astraUserId: event.user_id };
    expect((await jobs('sync_resource')).map((job) => job.payload)).toContainEqual(payload);
  }
});

test('an event about a dispute that does not name its transfer is parked, and says why', async () => {
  const before = await counts();
  for (const resource_parent_id of [undefined, null, {}]) {
    const event = newEvent({ webhook_type: 'chargeback_created', resource_parent_id });
    expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
    const outcome = expect.stringContaining('does not name its transfer');
    expect(await rowOf(event.webhook_id)).toMatchObject({ status: 'parked', outcome });
  }
  expect((await counts()).jobs).toBe(before.jobs);
});

test('an event about a batch makes the worker look at it, whoever it names, or nobody', async () => {
  for (const user_id of [randomUUID(), null]) {
    const event = newEvent({ webhook_type: 'batch_transfer_created', user_id });
    expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
    expect(await rowOf(event.webhook_id)).toMatchObject({ status: 'received' });
    const payload = { resource: 'batch', resourceId: event.resource_id, astraUserId: null };
    expect((await jobs('sync_resource')).map((job) => job.payload)).toContainEqual(payload);
  }
});

test('a signed body that is JSON but no event is stored and parked, once', async () => {
  const before = await counts();
  for (const body of ['[]', '"text"', '{}', 'null', '{"webhook_type":7}', '[[[[[[1]]]]]]']) {
    expect(await receiveWebhook(...delivery(body))).toBe('stored');
    expect(await receiveWebhook(...delivery(body))).toBe('duplicate');
    expect(await db().webhookEvent.findFirst({ where: { body } })).toMatchObject({
      status: 'parked',
      webhookType: 'unreadable',
      outcome: 'What came is signed, but is no event that this app can read.',
    });
  }
  expect((await counts()).jobs).toBe(before.jobs);
});

test.each([
  ['an empty body', ''],
  ['text', 'hello'],
  ['half an object', '{"webhook_type":'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
])('%s is refused although it is signed', async (_what, body) => {
  const before = await counts();
  expect(await receiveWebhook(...delivery(body))).toBe('not_json');
  expect(await counts()).toEqual(before);
});

test.each([
  ['NUL in an id', { webhook_id: `a\0${randomUUID()}` }],
  ['half a character in an id', { resource_id: '\ud800' }],
  ['NUL in another field', { metadata: { note: 'a\0b' } }],
  ['half a character in another field', { metadata: { note: '\udfff' } }],
  ['a very long id', { resource_id: 'x'.repeat(10_000) }],
  [
    'deep nesting',
    { metadata: JSON.parse('{"a":'.repeat(500) + '1' + '}'.repeat(500)) as unknown },
  ],
])('a signed event with %s is stored, never answered with an error', async (_what, change) => {
  expect(await receiveWebhook(...deliveryOf(newEvent(change)))).toBe('stored');
});

test('whatever else a genuine event carries, it is stored', async () => {
  const optional = fc.record(
    {
      resource_parent_id: fc.option(fc.string()),
      metadata: fc.option(fc.dictionary(fc.string(), fc.jsonValue())),
      created: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(optional, async (extra) => {
      expect(await receiveWebhook(...deliveryOf(newEvent(extra)))).toBe('stored');
    }),
    { numRuns: 50 },
  );
});

test('without its job, an event is not stored either', async () => {
  const event = newEvent();
  await db().$executeRaw`ALTER TABLE graphile_worker._private_jobs RENAME TO hidden_jobs`;
  try {
    await expect(receiveWebhook(...deliveryOf(event))).rejects.toThrow();
  } finally {
    await db().$executeRaw`ALTER TABLE graphile_worker.hidden_jobs RENAME TO _private_jobs`;
  }
  expect(await rowOf(event.webhook_id)).toBeNull();
  expect(await receiveWebhook(...deliveryOf(event))).toBe('stored');
});
