import { afterAll, expect, test } from 'vitest';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { withinRequest } from '@/testing/requests/next-request';
import { until } from '@/testing/until';

const password = 'a-password-of-the-tests';
const database = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: database.hostname, port: Number(database.port) });
const gated = new URL(database);
gated.host = `127.0.0.1:${gate.port}`;
// Before the first import that reads it.
Object.assign(process.env, {
  DATABASE_URL: gated.href,
  BALANCE_USERNAME: 'astra',
  BALANCE_PASSWORD: password,
});
const { answerBalanceRequest } = await import('./answer-balance-request');

afterAll(() => gate.close());

/** Asks with this password. @returns what was answered, and how long it took. */
async function ask(given: string): Promise<{ outcome: string; tookMs: number }> {
  const authorization = `Basic ${Buffer.from(`astra:${given}`).toString('base64')}`;
  const header = (name: string) => (name === 'authorization' ? authorization : null);
  const startedAt = performance.now();
  const { result } = await withinRequest({ headers: { 'x-forwarded-for': '198.51.100.7' } }, () =>
    answerBalanceRequest({ accountId: 'x', header }),
  );
  return { outcome: result.outcome, tookMs: performance.now() - startedAt };
}

const failures = {
  'refuses connections': () => gate.shut(),
  'does not answer any more': () => gate.goSilent(),
};

test.each([
  ['refuses connections', 'right', password],
  ['refuses connections', 'wrong', 'wrong'],
  ['does not answer any more', 'right', password],
  ['does not answer any more', 'wrong', 'wrong'],
] as const)(
  'while the database %s, whoever has the %s password is soon told to come back',
  async (failure, _, given) => {
    gate.reopen();
    await until('the database to answer', async () => {
      return (await ask(password)).outcome === 'unknown_account';
    });
    failures[failure]();
    const { outcome, tookMs } = await ask(given);
    expect(outcome).toBe('unavailable');
    expect(tookMs).toBeLessThan(2000);
    gate.shut();
  },
);
