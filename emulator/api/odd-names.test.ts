import { expect, test } from 'vitest';
import { ask } from '../testing/control';
import { redirectUri, testEmulator } from '../testing/emulator';
import { onboard, person } from '../testing/person';

/** What every object of JavaScript has without having been given it. */
const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];

test.each(names)('a field called %s is unknown like any other', async (name) => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const json: unknown = JSON.parse(`{${JSON.stringify(name)}: 1}`);
  const { basic } = emulator;
  const merged: unknown = JSON.parse(
    `${JSON.stringify(person()).slice(0, -1)}, ${JSON.stringify(name)}: 1}`,
  );
  const answers = [
    await emulator.call('POST', '/v1/user_intent', { auth: basic, json: merged }),
    await emulator.call('POST', '/v1/routines', { auth, json }),
    await emulator.call('GET', `/v1/cards?${name}=1`, { auth }),
    await emulator.token({ grant_type: 'nothing', redirect_uri: redirectUri, [name]: '1' }),
    await ask(emulator, 'reset', { [name]: 1 }),
    await ask(emulator, 'clock advance', { to: '1s', extra: 1, [name]: 1 }),
    await ask(emulator, 'fault add', { kind: 'latency', extra: 1, [name]: 1 }),
  ];
  expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([400, 400, 400]);
  for (const { status } of answers) expect(status).toBeLessThan(500);
});

test.each(names)(
  'a hosted page asked for with a parameter called %s does not fail',
  async (name) => {
    const emulator = await testEmulator();
    const pages = ['/login/authorize', '/console', '/console/requests', '/console/webhooks'];
    for (const page of pages) {
      const get = await fetch(`${emulator.hostedUrl}${page}?${name}=1`);
      expect(get.status, page).toBeLessThan(500);
      const body = new URLSearchParams({ [name]: '1' });
      const post = await fetch(`${emulator.hostedUrl}${page}`, { method: 'POST', body });
      expect(post.status, page).toBeLessThan(500);
    }
  },
);
