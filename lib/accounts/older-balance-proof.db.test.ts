import { afterAll, expect, test } from 'vitest';
import { cents } from '@/lib/astra';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { runJobs } from '@/testing/jobs';
import { addHeldAccount } from '@/testing/rows/held-accounts';
import { startBalanceEndpoint } from '@/testing/servers/balance-endpoint';
import { until } from '@/testing/until';
import { setHeldBalance } from './set-held-balance';

const endpoint = await startBalanceEndpoint();
const emulator = await useEmulator({ balanceUrl: `http://127.0.0.1:${endpoint.port}/` });

afterAll(() => endpoint.close());

test('Astra is answered as well where it proves itself in its older way', async () => {
  const { id: accountId } = await addHeldAccount(emulator, await createAstraPerson(emulator));
  const amounts = { availableCents: cents(1), currentCents: cents(2) };
  await setHeldBalance({ accountId, operatorId: 'operator', ...amounts });
  await runJobs();
  await until('the answer', () => endpoint.outcomes.includes('balance'));
  expect(endpoint.outcomes).not.toContain('unauthorized');
});
