import { expect, test } from 'vitest';
import { clientInstitution } from '../../rules/institutions';
import { consoleVisit, pageText } from '../../testing/console-pages';
import { type TestEmulator, testEmulator } from '../../testing/emulator';
import { onboard } from '../../testing/person';
import { waitFor } from '../../testing/wait-for';

const cards = ['4000056655665556', '4242424242424242'];

/** Everything linked: a person with cards, an account, a routine, its transfer. */
async function linkedWorld(emulator: TestEmulator) {
  const person = await onboard(emulator, { cards });
  const { auth, cardIds } = person;
  const account = await emulator.call('POST', '/v1/accounts/processor_token', {
    auth,
    json: { processor_token: 'processor-sandbox-abc' },
  });
  const routine = await emulator.call('POST', '/v1/routines', {
    auth,
    json: {
      type: 'one-time',
      payment_type: 'debit',
      name: 'Rent',
      amount: 12.5,
      source_id: cardIds[0],
      destination_id: cardIds[1],
    },
  });
  const transferId = await waitFor(
    'the settled transfer',
    () => emulator.receiver.ofType('transfer_updated')[0]?.event.resource_id,
  );
  return { ...person, accountId: account.id, routineId: routine.id, transferId };
}

test('every kind of object has a list that leads to its page, and links lead to all around it', async () => {
  const emulator = await testEmulator();
  const world = await linkedWorld(emulator);
  const { userId, intentId, cardIds, accountId, routineId, transferId } = world;
  const around: [list: string, id: string, links: string[]][] = [
    [
      'people',
      userId,
      [
        `intents/${intentId}`,
        ...cardIds.map((id) => `cards/${id}`),
        `accounts/${accountId}`,
        `routines/${routineId}`,
        `transfers/${transferId}`,
        `requests?about=${userId}`,
      ],
    ],
    ['intents', intentId, [`people/${userId}`, `webhooks?resource=${intentId}`]],
    [
      'cards',
      cardIds[0] ?? '',
      [
        `people/${userId}`,
        `routines/${routineId}`,
        `transfers/${transferId}`,
        `webhooks?resource=${cardIds[0]}`,
      ],
    ],
    ['cards', cardIds[1] ?? '', [`routines/${routineId}`, `transfers/${transferId}`]],
    ['accounts', accountId, [`people/${userId}`, `transactions?q=${accountId}`]],
    [
      'routines',
      routineId,
      [`people/${userId}`, `transfers/${transferId}`, ...cardIds.map((id) => `cards/${id}`)],
    ],
    [
      'transfers',
      transferId,
      [
        `people/${userId}`,
        `routines/${routineId}`,
        ...cardIds.map((id) => `cards/${id}`),
        `webhooks?resource=${transferId}`,
      ],
    ],
  ];
  for (const [list, id, links] of around) {
    expect((await consoleVisit(emulator, `/${list}`)).html).toContain(
      `href="/console/${list}/${id}"`,
    );
    const page = await consoleVisit(emulator, `/${list}/${id}`);
    expect(page.status).toBe(200);
    expect(pageText(page)).toContain(id);
    for (const link of links) expect(page.html).toContain(`href="/console/${link}`);
  }
});

test('a page tells when its object took each status', async () => {
  const emulator = await testEmulator();
  const { transferId, intentId, routineId } = await linkedWorld(emulator);
  const texts = await Promise.all(
    [`/transfers/${transferId}`, `/intents/${intentId}`, `/routines/${routineId}`].map(
      async (path) => pageText(await consoleVisit(emulator, path)).split('History ')[1] ?? '',
    ),
  );
  const time = String.raw`\w{3} \d+, [\d:]{8}`;
  const two = (later: string, first: string) =>
    new RegExp(`^${later} ${time} after [\\d.]+ m?s ${first} ${time} at the beginning`);
  expect(texts[0]).toMatch(two('processed', 'pending'));
  expect(texts[1]).toMatch(/^converted to user .* approved .* pending /);
  expect(texts[2]).toMatch(two('completed', 'active'));
});

test('a page shows what may be shown, and of tokens their number only', async () => {
  const emulator = await testEmulator();
  const { tokens, userId, cardIds } = await linkedWorld(emulator);
  const user = await consoleVisit(emulator, `/people/${userId}`);
  expect(pageText(user)).toContain('edmund@example.com');
  expect(pageText(user)).toMatch(/Tokens 1 access \(until .*\), 1 refresh/);
  expect(user.html).not.toContain(tokens.access_token);
  expect(user.html).not.toContain(tokens.refresh_token);
  const card = pageText(await consoleVisit(emulator, `/cards/${cardIds[0]}`));
  expect(card).toContain('First six 400005');
  expect(card).toContain('Last four 5556');
});

test('accounts and their transactions show the last four digits and dollars', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const account = await emulator.call('POST', '/v1/accounts/create', {
    auth,
    base: emulator.secureUrl,
    json: {
      account_number: '1000000101',
      routing_number: '222222226',
      name: 'My checking',
      bank_account_type: 'checking',
      institution_id: clientInstitution.id,
    },
  });
  const linked = await emulator.call('POST', '/v1/accounts/processor_token', {
    auth,
    json: { processor_token: 'processor-sandbox-abc' },
  });
  const list = await consoleVisit(emulator, '/accounts');
  expect(pageText(list)).toContain('My checking ···· 0101');
  const page = await consoleVisit(emulator, `/accounts/${account.id}`);
  expect(pageText(page)).toContain('Return code R01');
  expect(page.html).not.toContain('1000000101');
  expect(pageText(await consoleVisit(emulator, `/accounts/${linked.id}`))).toContain(
    'Available balance $2500.00',
  );
  const transactions = await consoleVisit(emulator, `/transactions?q=${linked.id}`);
  expect(pageText(transactions)).toContain('−$1820.00 Payroll');
});

test('a business profile is shown without its birth dates and its tax number', async () => {
  const emulator = await testEmulator();
  const address = { address1: '1 Main St', city: 'Palo Alto', state: 'CA', postal_code: '94304' };
  const owner = {
    first_name: 'Ann',
    last_name: 'Owner',
    email: 'ann@example.com',
    date_of_birth: '1951-07-29',
    ...address,
  };
  const { id } = await emulator.call('POST', '/v1/business_profile', {
    auth: emulator.basic,
    json: {
      phone: '+15557770077',
      business_info: {
        business_type: 'llc',
        business_name: 'Base <Camp>',
        ein: '12-3456789',
        ...address,
      },
      business_admin: owner,
      business_controller: { ...owner, title: 'Boss' },
    },
  });
  expect(pageText(await consoleVisit(emulator, '/businesses'))).toContain('Base <Camp>');
  const page = await consoleVisit(emulator, `/businesses/${id}`);
  expect(page.heading).toBe('Base &lt;Camp&gt;');
  expect(pageText(page)).toContain('"first_name": "Ann"');
  expect(page.html).not.toContain('1951-07-29');
  expect(page.html).not.toContain('3456789');
  await emulator.call('GET', `/v1/business_profile/${id}`, { auth: emulator.basic });
  const log = JSON.stringify(await emulator.console.requests());
  expect(log).not.toContain('1951-07-29');
  expect(log).not.toContain('3456789');
});

test('names that look like tags are shown as text in lists, pages and links', async () => {
  const emulator = await testEmulator();
  const change = { first_name: '<img src=x>', last_name: '"\'&' };
  const { userId, intentId } = await onboard(emulator, { change });
  for (const path of ['/people', `/people/${userId}`, '/intents', `/intents/${intentId}`]) {
    const page = await consoleVisit(emulator, path);
    expect(page.html).not.toContain('<img');
    expect(pageText(page)).toContain('<img src=x> "\'&');
  }
});

test('an object that nobody knows is said to be unknown, in the console’s own words', async () => {
  const emulator = await testEmulator();
  const page = await consoleVisit(emulator, '/cards/nothing');
  expect(page.status).toBe(404);
  expect(pageText(page)).toContain('The object is unknown here.');
});
