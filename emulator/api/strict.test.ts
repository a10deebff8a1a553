import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { authorizeUrl, createIntent, onboard, person } from '../testing/person';
import { visit } from '../testing/visitor';

const odd = person({ favourite_color: 'green' });

test('in strict mode a field, a parameter and a call that nobody documents are refused by name', async () => {
  const emulator = await testEmulator();
  const auth = emulator.basic;
  const created = await emulator.call('POST', '/v1/user_intent', { auth, json: odd });
  expect(created.status).toBe(400);
  expect(created.body.errors).toEqual({ favourite_color: ['Unknown field.'] });
  const { auth: bearer } = await onboard(emulator);
  const listed = await emulator.call('GET', '/v1/transfers?colour=green', { auth: bearer });
  expect(listed.body.errors).toHaveProperty('colour');
  const read = await emulator.call('GET', '/v1/user?colour=green', { auth: bearer });
  expect(read.body.errors).toHaveProperty('colour');
  const unknown = await emulator.call('GET', '/v1/wallets', { auth });
  expect(unknown.status).toBe(404);
  expect(unknown.body.description).toContain('GET /v1/wallets');
  const [logged] = await emulator.console.requests();
  expect(logged).toMatchObject({ path: '/v1/wallets', notes: ['undocumented call'] });
});

test('otherwise they are ignored, and what is wrong is still refused', async () => {
  const emulator = await testEmulator({ settings: { strict: false } });
  await createIntent(emulator, odd);
  const wrong = await emulator.call('POST', '/v1/user_intent', {
    auth: emulator.basic,
    json: person({ favourite_color: 'green', phone: '12' }),
  });
  expect(Object.keys(wrong.body.errors ?? {})).toEqual(['phone']);
  const page = await visit(authorizeUrl(emulator, { colour: 'green' }));
  expect(page.status).toBe(200);
  const unknown = await emulator.call('GET', '/v1/wallets', { auth: emulator.basic });
  expect(unknown.status).toBe(404);
});
