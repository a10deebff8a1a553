import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { clientInstitution } from '../rules/institutions';
import { consoleVisit, pageText } from '../testing/console-pages';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { addCard, authorizeUrl, onboard, person } from '../testing/person';
import { waitFor } from '../testing/wait-for';
import { signBody } from '../webhooks/sign';
import { curlOf } from './curl';
import type { LoggedRequest } from './request-log';

/** What the Copy buttons of a page put on the clipboard, the newest first. */
async function copied(emulator: TestEmulator, path: string): Promise<string[]> {
  const { html } = await consoleVisit(emulator, path);
  return [...html.matchAll(/data-copy="([^"]*)"/g)].map(([, text = '']) =>
    text
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

/** The arguments that a shell makes of a command. */
async function shellWords(command: string, env: Record<string, string> = {}): Promise<string[]> {
  const print = command.replace(/^curl/, String.raw`printf '%s\0'`);
  const { stdout } = await promisify(execFile)('sh', ['-c', print], {
    env: { ...env, NODE_ENV: 'test' },
  });
  return stdout.split('\0').slice(0, -1);
}

test('secrets are blacked out where nobody expects them, too', async () => {
  const emulator = await testEmulator();
  const { clientSecret } = emulator;
  await fetch(`${emulator.apiUrl}/v1/nothing/${clientSecret}/123-45-6789?q=${clientSecret}`, {
    headers: { 'user-agent': `app ${clientSecret} 4000 0566 5566 5556 123-45-6789` },
  });
  const text = await (await fetch(`${emulator.hostedUrl}/console/api/requests`)).text();
  for (const secret of [clientSecret, '123-45-6789', '0566 5566'])
    expect(text).not.toContain(secret);
  expect(text).toContain('400005…5556');
});

test('a logged request can be copied as a command, its credentials left to the shell', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  await addCard(emulator, auth, '4242424242424242', { last_name: "O'Brien $HOME `id`" });
  const [curl = ''] = await copied(emulator, '/requests?path=/v1/cards');
  expect(await shellWords(curl, { ACCESS_TOKEN: 'mine' })).toEqual([
    '-X',
    'POST',
    `${emulator.secureUrl}/v1/cards`,
    '-H',
    'Authorization: Bearer mine',
    '-H',
    'content-type: application/json',
    '--data-binary',
    expect.stringContaining(`"last_name":"O'Brien $HOME \`id\`"`),
  ]);
  const [token = ''] = await copied(emulator, '/requests?path=oauth/token');
  const keys = { ASTRA_CLIENT_ID: 'id', ASTRA_CLIENT_SECRET: 'secret' };
  const words = await shellWords(token, keys);
  expect(words.slice(0, 5)).toEqual([
    '-X',
    'POST',
    `${emulator.apiUrl}/v1/oauth/token`,
    '-u',
    'id:secret',
  ]);
  expect(words).toContain('code=[redacted]');
});

test('no curl, page or log holds a secret, however it was sent', async () => {
  const emulator = await testEmulator({ settings: { strict: false } });
  const { auth, tokens, phone } = await onboard(emulator);
  const { apiUrl, basic, secureUrl } = emulator;
  const secrets = ['987650321', '4403930000003031', '9173', '10000012345678', '1951-07-29'];
  const [ssn, number, code, account, born] = secrets;
  const state = 'state-of-the-partner';
  await emulator.call('GET', `/v1/bins/${number}`, { auth: basic });
  await emulator.call('GET', '/v1/user', { auth: tokens.access_token });
  await addCard(emulator, auth, number ?? '', { cvv: code, cvc: Number(code) });
  await emulator.call('POST', '/v1/user_intent', {
    auth: basic,
    json: {
      ...person({ ssn, date_of_birth: born }),
      SSN: ssn,
      dob: [born],
      social_security_number: { whole: ssn },
      note: '4403 9300 0000 3031',
      tax_id: '123-45-6789',
      memo: '123-45-6789',
    },
  });
  await emulator.call('POST', '/v1/accounts/create', {
    auth,
    base: secureUrl,
    json: {
      account_number: account,
      routing_number: '222222226',
      name: 'Mine',
      bank_account_type: 'checking',
      institution_id: clientInstitution.id,
    },
  });
  await emulator.call('POST', '/v1/accounts/processor_token', {
    auth,
    json: { processor_token: 'processor-sandbox-very-secret' },
  });
  await fetch(`${apiUrl}/v1/user?access_token=${tokens.access_token}&ssn=${ssn}`);
  await fetch(authorizeUrl(emulator, { phone, state }));
  await fetch(`${apiUrl}/v1/user_intent`, { method: 'POST', body: JSON.stringify(number) });
  const shown = [
    (await consoleVisit(emulator, '/requests')).html,
    ...(await copied(emulator, '/requests')),
    JSON.stringify(await emulator.console.requests()),
  ].join('\n');
  const never = [
    ...secrets,
    '4403 9300 0000 3031',
    '123-45-6789',
    'very-secret',
    tokens.access_token,
    tokens.refresh_token,
    emulator.clientSecret,
    basic.slice(6),
    state,
  ];
  for (const secret of never) expect(shown).not.toContain(secret);
  expect(shown).toContain('…5678');
  expect(shown).toContain('440393…3031');
});

test('brackets in an address and a body that is no text survive as a command', async () => {
  const row: LoggedRequest = {
    id: 'r',
    atMs: 0,
    site: 'api',
    method: 'PUT',
    path: '/uploads/[1]',
    query: '',
    target: '/uploads/[1]?a=1',
    userId: null,
    status: 200,
    durationMs: 1,
    headers: { 'content-type': 'image/png', accept: '*/*' },
    requestBody: '[20 characters that are not JSON]',
    responseBody: '',
    notes: [],
  };
  expect(await shellWords(curlOf(row, 'http://127.0.0.1:1'))).toEqual([
    '-X',
    'PUT',
    'http://127.0.0.1:1/uploads/%5B1%5D?a=1',
    '-H',
    'content-type: image/png',
    '--data-binary',
    '@FILE',
  ]);
});

test('requests are filtered by path, status and whom or what they are about', async () => {
  const emulator = await testEmulator();
  const first = await onboard(emulator, { cards: ['4242424242424242'] });
  const change = { phone: '+15557770002', email: 'second@example.com' };
  const second = await onboard(emulator, { change });
  await emulator.call('GET', '/v1/user', { auth: 'Bearer unknown' });
  const shown = async (query: string) => {
    const { html } = await consoleVisit(emulator, `/requests?${query}`);
    return [
      ...html.matchAll(/<span class="badge [^>]*>(\d+)<.*?<span class="path">([^<]*)</gs),
    ].map(([, status, path]) => `${status} ${path}`);
  };
  expect(await shown('path=/v1/user&status=4')).toEqual(['401 /v1/user']);
  expect(await shown(`path=post+/v1/cards&about=${first.userId}`)).toEqual(['200 /v1/cards']);
  expect(await shown(`path=/v1/cards&about=${second.userId}`)).toEqual([]);
  expect(await shown(`about=${first.cardIds[0]}`)).toEqual(['200 /v1/cards']);
  const none = await consoleVisit(emulator, '/requests?status=5');
  expect(pageText(none)).toContain('Nothing fits');
  const card = await consoleVisit(emulator, '/requests?path=cards');
  expect(card.html).toContain(`href="/console/people/${first.userId}"`);
  expect(card.html).toContain(`href="/console/cards/${first.cardIds[0]}"`);
});

test('webhooks are filtered by type, status and resource', async () => {
  const emulator = await testEmulator({ answers: [500] });
  const { cardIds, intentId } = await onboard(emulator, { cards: ['4000000000001018'] });
  await waitFor('the flagged card', () => emulator.receiver.ofType('card_updated')[0]);
  await waitFor('the repeated webhook', async () => {
    const deliveries = await emulator.console.deliveries();
    return deliveries.every(({ status }) => status === 'delivered') || undefined;
  });
  const shown = async (query: string) => {
    const { html } = await consoleVisit(emulator, `/webhooks?${query}`);
    return [...html.matchAll(/<strong>(\w+)<\/strong>/g)].map(([, type]) => type);
  };
  expect(await shown(`resource=${cardIds[0]}`)).toEqual(['card_updated', 'card_created']);
  expect(await shown(`resource=${cardIds[0]}&type=card_created`)).toEqual(['card_created']);
  expect(await shown('type=user_intent_updated&status=delivered')).toHaveLength(2);
  expect(await shown('status=gave_up')).toEqual([]);
  const intent = await consoleVisit(emulator, `/webhooks?resource=${intentId}`);
  expect(intent.html).toContain(`href="/console/intents/${intentId}"`);
});

test('a webhook can be copied as a command that carries its exact bytes and signature', async () => {
  const emulator = await testEmulator();
  const metadata = { greeting: "Zoë's <b>" };
  await onboard(emulator, { change: { metadata } });
  const received = await waitFor(
    'the webhook',
    () => emulator.receiver.ofType('user_intent_updated')[0],
  );
  const commands = await copied(emulator, '/webhooks?type=user_intent_updated');
  expect(await shellWords(commands.at(-1) ?? '')).toEqual([
    '-X',
    'POST',
    emulator.receiver.url,
    '-H',
    'content-type: application/json',
    '-H',
    `Astra-Verification: ${signBody(received.body, emulator.clientSecret)}`,
    '--data-binary',
    received.body,
  ]);
});
