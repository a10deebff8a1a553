import { afterAll, afterEach, expect, test } from 'vitest';
import { signatureHeader } from '@/lib/astra';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { deliveryOf, type Event, newEvent } from '@/testing/webhooks';
import { type Answer, ingest } from './ingest';

// The whole app of this file reaches its database through a gate.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;
afterEach(() => gate.reopen());
afterAll(() => gate.close());

/** Astra gives up after ten seconds; a second is what is aimed at, and busy machines are slow. */
const longBeforeAstraGivesUp = 5000;

function answerTo(event: Event): Promise<Answer> {
  const [body, signature] = deliveryOf(event);
  return ingest(body, new Headers({ [signatureHeader]: signature }));
}

const deliver = async (event: Event) => (await answerTo(event)).status;
const receiptOf = async (event: Event) => (await answerTo(event)).body.receipt;

/** Delivers many events at once. @returns what each was answered with, in time. */
async function deliverMany(): Promise<[event: Event, status: number][]> {
  const startedAt = performance.now();
  const events = Array.from({ length: 50 }, () => newEvent());
  const statuses = await Promise.all(events.map(deliver));
  expect(performance.now() - startedAt).toBeLessThan(longBeforeAstraGivesUp);
  return events.map((event, place) => [event, statuses[place] ?? 0]);
}

async function expectRecovery(): Promise<void> {
  gate.reopen();
  await expect.poll(() => deliver(newEvent()), { timeout: 30_000 }).toBe(200);
}

test('while the database is away, no success is claimed, and Astra need not wait for that', async () => {
  await expectRecovery();
  gate.shut();
  const answers = await deliverMany();
  expect(new Set(answers.map(([, status]) => status))).toEqual(new Set([503]));
  await expectRecovery();
});

test('when the database says nothing any more, every answer comes in time and is true', async () => {
  await deliverMany();
  gate.goSilent();
  // Some come later than what broke the silence: new connections are heard again.
  const answers = [...(await deliverMany()), ...(await deliverMany())];
  expect(answers.map(([, status]) => status)).toContain(503);
  for (const [event, status] of answers) {
    expect([200, 503]).toContain(status);
    // What was acknowledged is there already, so the same event again is no news.
    if (status === 200) expect(await receiptOf(event)).toBe('duplicate');
  }
  await expectRecovery();
});

test('when nobody knows whether an event was stored, Astra is asked to send it again', async () => {
  // The gate breaks the connection in which it sees this word, once the database has heard it.
  const event = newEvent({ metadata: { note: 'COMMIT' } });
  await expectRecovery();
  gate.loseNextCommit();
  expect(await deliver(event)).toBe(503);
  await expect.poll(() => receiptOf(event), { timeout: 30_000 }).toBe('duplicate');
});
