import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, control, settled } from '../testing/control';
import { clientOf, testEmulator } from '../testing/emulator';
import { addCard, createIntent, decided, onboard, person } from '../testing/person';
import { temporaryDir } from '../testing/process';
import { waitFor } from '../testing/wait-for';
import { signBody } from '../webhooks/sign';
import { commands } from './commands';

test('every command is listed with what it does and what it takes', async () => {
  const emulator = await testEmulator();
  const { body } = await ask(emulator, 'help');
  expect(body).toHaveLength(commands.length);
  for (const name of [
    'clock advance',
    'fault add',
    'trigger',
    'snapshot restore',
    'reset',
    'seed',
  ]) {
    expect(JSON.stringify(body)).toContain(`"name":"${name}"`);
  }
});

test('it is controlled from its own computer, and by no page of another site', async () => {
  const emulator = await testEmulator();
  const status = async (headers: Record<string, string>) =>
    (await ask(emulator, 'reset', {}, headers)).status;
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status({ origin: emulator.hostedUrl, 'sec-fetch-site': 'same-origin' })).toBe(200);
});

test('a program that asks is refused in JSON, and no site may frame what it is told', async () => {
  const emulator = await testEmulator();
  const url = `${emulator.hostedUrl}/console/api/control`;
  const evil = { method: 'POST', headers: { origin: 'https://evil.example' } };
  for (const [path, init, status] of [
    ['/reset', evil, 403],
    ['/reset', {}, 405],
    ['/dance', { method: 'POST' }, 404],
  ] as const) {
    const answer = await fetch(`${url}${path}`, init);
    expect(await answer.json()).toMatchObject({ code: status, description: expect.any(String) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
  const messages = await fetch(`${emulator.hostedUrl}/console/api/sms`);
  expect(messages.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('wrong parameters are refused in words', async () => {
  const emulator = await testEmulator();
  const refusal = async (name: string, parameters: Record<string, unknown>) =>
    JSON.stringify((await ask(emulator, name, parameters)).body);
  const payment = { instrument: 'x', amount: 0 };
  expect(await refusal('inbound-payment', payment)).toContain('amount: This must be more than 0.');
  expect(await refusal('snapshot save', { name: 'Paid' })).toContain('small letters, digits and');
  expect(await refusal('snapshot save', {})).toContain('name: This is needed.');
  expect(await refusal('snapshot save', { constructor: 1 })).toContain('does not take this');
  const latency = { kind: 'latency', ms: 'x' };
  expect(await refusal('fault add', latency)).toContain('ms: This must be a number.');
  const held = { kind: 'breakpoint', at: 'noon' };
  expect(await refusal('fault add', held)).toContain('at: This must be one of before, after.');
});

test('a reset leaves nothing, not even on disk, and the keys stay good', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator, { cards: ['4000056655665556'] });
  await control(emulator, 'reset', { at: '2026-03-02T15:00:00Z' });
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(401);
  const journal = await readFile(join(emulator.settings.dataDir, 'journal.jsonl'), 'utf8');
  const left = journal
    .trim()
    .split('\n')
    .flatMap((line) => z.array(z.tuple([z.string()], z.unknown())).parse(JSON.parse(line)));
  expect([...new Set(left.map(([collection]) => collection))]).toEqual([
    'clock',
    'instruments',
    'entries',
    'balances',
  ]);
  expect(await control(emulator, 'status')).toMatchObject({
    users: 0,
    clock: { now: '2026-03-02T15:00:00.000Z', mode: 'frozen', planned_tasks: 0 },
  });
  await createIntent(emulator, person());
});

test.each([
  ['reset', {}],
  ['seed', { name: 'demo' }],
])(
  'after a %s the partner has its settlement accounts again, and pays from them',
  async (name, parameters) => {
    const emulator = await testEmulator();
    const read = async () => {
      const { body } = await emulator.call('GET', '/v1/payment_instruments', {
        auth: emulator.basic,
      });
      return z
        .object({ payment_instruments: z.array(z.object({ type: z.string() })) })
        .parse(body)
        .payment_instruments.map(({ type }) => type);
    };
    const before = await read();
    expect(before).toHaveLength(2);
    await control(emulator, name, parameters);
    expect(await read()).toEqual(before);
  },
);

test('a snapshot brings everything back: objects, order, plans and a clock that stands', async () => {
  const emulator = await testEmulator({ settings: { pace: 'slow' } });
  await control(emulator, 'clock freeze');
  const id = await createIntent(emulator, person());
  await control(emulator, 'snapshot save', { name: 'fresh-intent' });
  const read = async () =>
    (await emulator.call('GET', `/v1/user_intent/${id}`, { auth: emulator.basic })).body.status;
  await control(emulator, 'clock advance', { to: '1h' });
  expect(await read()).toBe('approved');
  await control(emulator, 'snapshot restore', { name: 'fresh-intent' });
  expect(await read()).toBe('pending');
  await control(emulator, 'clock advance', { to: '1h' });
  expect(await read()).toBe('approved');
  expect((await ask(emulator, 'snapshot list')).body).toEqual(['fresh-intent']);
  expect((await ask(emulator, 'snapshot restore', { name: 'other' })).status).toBe(404);
  expect((await ask(emulator, 'snapshot save', { name: '../evil' })).status).toBe(400);
});

test('what was restored is there after a restart', async () => {
  const dataDir = await temporaryDir();
  const first = await testEmulator({ settings: { dataDir } });
  const { auth } = await onboard(first);
  await control(first, 'snapshot save', { name: 'one-user' });
  await control(first, 'reset');
  await control(first, 'snapshot restore', { name: 'one-user' });
  await first.close();
  const again = await testEmulator({ settings: { dataDir } });
  expect((await again.call('GET', '/v1/user', { auth })).status).toBe(200);
});

test('an answer to a webhook of a world that is gone changes nothing', async () => {
  const emulator = await testEmulator();
  await control(emulator, 'snapshot save', { name: 'empty' });
  await decided(emulator, await createIntent(emulator, person()));
  await control(emulator, 'snapshot restore', { name: 'empty' });
  await settled(emulator);
  expect(await emulator.console.deliveries()).toEqual([]);
});

test('the demo seed gives three people, two businesses and forty transfers in every state there is', async () => {
  const emulator = await testEmulator();
  await control(emulator, 'seed', { name: 'demo' });
  const status = await control(emulator, 'status');
  expect(status).toMatchObject({ users: 5, transfers: 40, clock: { mode: 'running' }, faults: 0 });
  const answer = await fetch(`${emulator.hostedUrl}/console/api/transfers`);
  const transfers = JSON.stringify(await answer.json());
  for (const state of ['pending', 'processed', 'failed', 'cancelled']) {
    expect(transfers).toContain(`"status":"${state}"`);
  }
  await settled(emulator);
  expect(emulator.receiver.received).toEqual([]);
});

test('a webhook can be triggered for a resource, or for the newest one of a user', async () => {
  const emulator = await testEmulator();
  const { userId, cardIds } = await onboard(emulator, { cards: ['4000056655665556'] });
  await settled(emulator);
  const before = emulator.receiver.received.length;
  await control(emulator, 'trigger', { type: 'card_updated', user: userId });
  await control(emulator, 'trigger', { type: 'card_updated', resource: cardIds[0] });
  await settled(emulator);
  const events = emulator.receiver.received.slice(before).map(({ event }) => event);
  expect(events).toHaveLength(2);
  for (const event of events) {
    expect(event).toMatchObject({ user_id: userId, resource_id: cardIds[0] });
  }
  const none = await ask(emulator, 'trigger', { type: 'transfer_updated', user: userId });
  expect(none.status).toBe(400);
});

test('after a rotation both secrets open the API for a while, and either may sign webhooks', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  await settled(emulator);
  const oldSecret = emulator.clientSecret;
  const made = await control(emulator, 'secret rotate', { accept_old_for: '1h' });
  const newSecret = String(made.client_secret);
  expect(newSecret).not.toBe(oldSecret);
  const status = async (clientSecret: string) => {
    const { basic, call } = clientOf({ ...emulator, clientSecret });
    return (await call('GET', '/v1/user_intent/none', { auth: basic })).status;
  };
  expect([await status(oldSecret), await status(newSecret)]).toEqual([404, 404]);

  const signatureOf = async () => {
    const { id } = await addCard(emulator, auth, '4242424242424242');
    const seen = await waitFor('the webhook', () =>
      emulator.receiver.received.find(({ event }) => event.resource_id === id),
    );
    return { given: seen.signature, body: seen.body };
  };
  const signed = await signatureOf();
  expect(signed.given).toBe(signBody(signed.body, newSecret));
  await control(emulator, 'secret sign-with', { which: 'old' });
  const signedOld = await signatureOf();
  expect(signedOld.given).toBe(signBody(signedOld.body, oldSecret));

  await control(emulator, 'clock advance', { to: '61m' });
  expect([await status(oldSecret), await status(newSecret)]).toEqual([401, 404]);
});

test('the console’s forms run the same commands and lead back to their page', async () => {
  const emulator = await testEmulator();
  const post = (path: string, fields: Record<string, string>, origin = emulator.hostedUrl) =>
    fetch(`${emulator.hostedUrl}/console/control/${path}`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const added = await post('fault/add', {
    back: '/console/faults',
    kind: 'latency',
    on: '*',
    user: '',
    count: '1',
    values: 'ms=20',
  });
  expect([added.status, added.headers.get('location')]).toEqual([303, '/console/faults']);
  const page = await (await fetch(`${emulator.hostedUrl}/console/faults`)).text();
  expect(page).toContain('ms 20');
  const away = await post('clock/freeze', { back: 'https://evil.example' });
  expect(away.headers.get('location')).toBe('/console');
  expect((await control(emulator, 'clock show')).mode).toBe('frozen');
  expect((await post('reset', {}, 'https://evil.example')).status).toBe(403);
  const wrong = await post('clock/advance', { to: 'never' });
  expect(wrong.status).toBe(400);
});
