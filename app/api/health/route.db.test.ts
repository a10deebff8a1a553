import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { inboxPool } from '@/lib/webhooks/inbox/inbox-pool';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { GET } from './route';

// The whole app of this file reaches its database through a gate.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;

afterEach(() => {
  gate.reopen();
  vi.restoreAllMocks();
});
afterAll(() => gate.close());

/** A second is what is aimed at, and busy machines are slow. Pages wait for much longer. */
const beforeAnybodyLosesPatience = 4000;

async function healthOf(): Promise<number> {
  const startedAt = performance.now();
  const { status } = await GET(new Request('http://localhost/api/health'), {});
  expect(performance.now() - startedAt).toBeLessThan(beforeAnybodyLosesPatience);
  return status;
}

const expectHealth = (status: number) => expect.poll(healthOf, { timeout: 10_000 }).toBe(status);

test.each([
  ['away', () => gate.shut()],
  ['there and says nothing any more', () => gate.goSilent()],
])(
  'while the database is %s, it is said soon that the app is not well, and logged once',
  async (_how, lose) => {
    await expectHealth(200);
    const warned = vi.spyOn(log(), 'warn');
    const failed = vi.spyOn(log(), 'error');
    lose();
    await expectHealth(503);
    const answer = await GET(new Request('http://localhost/api/health'), {});
    expect(await answer.json()).toEqual({ status: expect.stringMatching(/^(ok|unavailable)$/) });
    gate.reopen();
    await expectHealth(200);
    const told = warned.mock.calls.filter((line) => line.includes('the database does not answer'));
    expect(told).toEqual([[{ code: expect.any(String) }, expect.any(String)]]);
    expect(failed).not.toHaveBeenCalled();
  },
);

test('however many ask, none of the connections that pages need is held', async () => {
  const asked = vi.spyOn(inboxPool(), 'query');
  const ofPages = vi.spyOn(db(), '$queryRaw');
  await Promise.all(Array.from({ length: 50 }, healthOf));
  expect(asked.mock.calls.length).toBeLessThanOrEqual(1);
  expect(ofPages).not.toHaveBeenCalled();
});
