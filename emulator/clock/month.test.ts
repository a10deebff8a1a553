import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { control, settled } from '../testing/control';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import {
  addCard,
  authenticate,
  authorizeUrl,
  bearer,
  createIntent,
  exchange,
  person,
} from '../testing/person';

const start = '2026-03-02T15:00:00Z';

const destination = '4242424242424242';

/** Somebody with cards, in a world whose clock stands still. */
async function onboardFrozen(
  emulator: TestEmulator,
  numbers: readonly string[] = ['4000056655665556', destination],
) {
  const intentId = await createIntent(emulator, person());
  await control(emulator, 'clock advance', { to: '1h' });
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  const { left } = await authenticate(emulator, url, '5557771234');
  const auth = bearer(await exchange(emulator, left));
  const cardIds: string[] = [];
  for (const number of numbers) {
    cardIds.push((await addCard(emulator, auth, number)).id);
    await settled(emulator);
  }
  return { auth, cardIds };
}

/** A month of one person's life: payments, failures, retries, expiries, faults by chance. */
async function liveAMonth(emulator: TestEmulator): Promise<void> {
  await control(emulator, 'fault add', {
    kind: 'webhook_delayed',
    ms: 90_000,
    probability: 0.5,
  });
  await control(emulator, 'fault add', {
    kind: 'webhook_duplicated',
    on: 'transfer_updated',
    nth: 3,
  });
  const sources = ['4000056655665556', '4603690000004045', '5108050000007075'];
  const { auth: first, cardIds: ids } = await onboardFrozen(emulator, [...sources, destination]);
  let auth = first;
  const numbers = { name: 'Home', bank_account_type: 'checking', routing_number: '222222226' };
  const accounts: string[] = [];
  // The first one sends every payment back, after it was processed.
  for (const account_number of ['1000000101', '9900001111']) {
    const json = { ...numbers, account_number, institution_id: 'astra_ins_100' };
    const base = emulator.secureUrl;
    accounts.push((await emulator.call('POST', '/v1/accounts/create', { base, auth, json })).id);
  }
  const repeated = { type: 'recurring', frequency: 'weekly', name: 'Allowance', amount: 7 };
  for (const [payment_type, [source_id, destination_id]] of [
    ['debit', [ids[0], ids[3]]],
    ['ach', accounts],
  ] as const) {
    const json = { ...repeated, payment_type, source_id, destination_id };
    expect((await emulator.call('POST', '/v1/routines', { auth, json })).status).toBe(201);
    await settled(emulator);
  }
  for (let day = 0; day < 30; day += 1) {
    // The token of yesterday has ended: come back for another one.
    const expired = await emulator.call('GET', '/v1/user', { auth });
    if (expired.status === 401) {
      const again = authorizeUrl(emulator, { phone: '5557771234' });
      auth = bearer(
        await exchange(emulator, (await authenticate(emulator, again, '5557771234')).left),
      );
    }
    await emulator.call('POST', '/v1/routines', {
      auth,
      json: {
        type: 'one-time',
        payment_type: 'debit',
        name: `Day ${day}`,
        source_id: ids[day % sources.length],
        destination_id: ids[sources.length],
        amount: 5 + day,
      },
    });
    await control(emulator, 'clock advance', { to: '1d' });
  }
}

async function eventLog(): Promise<{ journal: string; bodies: string[] }> {
  // Every third webhook is refused once, so that attempts are repeated.
  const answers = Array.from({ length: 60 }, (_, place) => (place % 3 === 0 ? 500 : 200));
  const emulator = await testEmulator({
    answers,
    settings: { seed: 42, freezeAtMs: Date.parse(start), pace: 'slow' },
  });
  await liveAMonth(emulator);
  const journal = await readFile(join(emulator.settings.dataDir, 'journal.jsonl'), 'utf8');
  expect(journal).toContain('"failureReason":"R01"');
  const bodies = (await emulator.console.deliveries()).map(({ body }) => body);
  return { journal, bodies };
}

test('the same month with the same seed leaves the same journal and the same webhooks, byte for byte', async () => {
  const one = await eventLog();
  const two = await eventLog();
  expect(one.bodies.length).toBeGreaterThan(60);
  expect(one.journal.split('\n').length).toBeGreaterThan(300);
  expect(two.bodies).toEqual(one.bodies);
  expect(two.journal).toBe(one.journal);
}, 60_000);

test('a month of a hundred recurring routines happens in order, every webhook included', async () => {
  const freezeAtMs = Date.parse(start);
  const emulator = await testEmulator({ settings: { freezeAtMs, pace: 'slow' } });
  const { auth, cardIds } = await onboardFrozen(emulator);
  const [source_id, destination_id] = cardIds;
  for (let number = 0; number < 100; number += 1) {
    const json = {
      type: 'recurring',
      frequency: 'weekly',
      payment_type: 'debit',
      name: `Allowance ${number}`,
      source_id,
      destination_id,
      amount: 5,
    };
    expect((await emulator.call('POST', '/v1/routines', { auth, json })).status).toBe(201);
  }
  await settled(emulator);
  const before = emulator.receiver.received.length;
  await control(emulator, 'clock advance', { to: '30d' });
  // The first day, and the four same weekdays after it.
  expect(await control(emulator, 'status')).toMatchObject({ transfers: 500 });
  expect(emulator.receiver.received).toHaveLength(before + 1_000);
  const [delivery] = await emulator.console.deliveries();
  expect(delivery?.status).toBe('delivered');
}, 60_000);
