import { expect, test } from 'vitest';
import { consoleVisit, pageText, press } from '../../testing/console-pages';
import { type TestEmulator, testEmulator } from '../../testing/emulator';
import { createIntent, onboard, person } from '../../testing/person';
import { submit } from '../../testing/visitor';
import { waitFor } from '../../testing/wait-for';

const waits = '4000220000009098';
const good = '4242424242424242';

async function statusOf(emulator: TestEmulator, auth: string, path: string) {
  return (await emulator.call('GET', path, { auth })).body.status;
}

/** A transfer that waits for the button. */
async function waitingTransfer(emulator: TestEmulator) {
  const someone = await onboard(emulator, { cards: [waits, good] });
  const { auth, cardIds } = someone;
  const [source, destination] = cardIds;
  await emulator.call('POST', '/v1/routines', {
    auth,
    json: {
      type: 'one-time',
      payment_type: 'debit',
      name: 'Rent',
      amount: 10,
      source_id: source,
      destination_id: destination,
    },
  });
  const created = () => emulator.receiver.ofType('transfer_created')[0];
  const { event } = await waitFor('transfer_created', created);
  return { ...someone, transferId: event.resource_id };
}

test('Settle now settles a pending transfer, from its page and from the list, and once only', async () => {
  const emulator = await testEmulator();
  const { auth, transferId } = await waitingTransfer(emulator);
  const list = await consoleVisit(emulator, '/transfers');
  const back = await submit(list, 'Settle now', { back: '/console/transfers' });
  expect(new URL(back.url).pathname).toBe('/console/transfers');
  expect(await statusOf(emulator, auth, `/v1/transfers/${transferId}`)).toBe('processed');
  expect((await consoleVisit(emulator, `/transfers/${transferId}`)).html).not.toContain(
    'Settle now',
  );
  const again = await press(emulator, `/transfers/${transferId}/settle`);
  expect(again.status).toBe(409);
  expect(pageText(again)).toContain(
    'This transfer is processed: only a pending one can be settled.',
  );
  expect(again.html).toContain(`href="/console/transfers/${transferId}"`);
});

test('a card is flagged, approved, rejected and removed, each with its webhook', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await onboard(emulator, { cards: [good] });
  const path = `/cards/${cardIds[0]}`;
  for (const [button, status] of [
    ['Flag', 'flagged'],
    ['Approve', 'approved'],
    ['Reject', 'rejected'],
    ['Remove', 'removed'],
  ] as const) {
    const page = await submit(await consoleVisit(emulator, path), button);
    expect(pageText(page)).toContain(`History ${status}`);
    expect(await statusOf(emulator, auth, `/v1${path}`)).toBe(status);
  }
  await waitFor(
    'four webhooks',
    () => emulator.receiver.ofType('card_updated').length === 4 || undefined,
  );
});

test('a card does not come back from removed, and stays while it is needed', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await waitingTransfer(emulator);
  const needed = await press(emulator, `/cards/${cardIds[0]}/remove`);
  expect(needed.status).toBe(409);
  expect(pageText(needed)).toContain('active routines or pending transfers');
  expect(await statusOf(emulator, auth, `/v1/cards/${cardIds[0]}`)).toBe('approved');
  const transferId = emulator.receiver.ofType('transfer_created')[0]?.event.resource_id;
  await press(emulator, `/transfers/${transferId}/settle`);
  expect((await press(emulator, `/cards/${cardIds[0]}/remove`)).status).toBe(200);
  const approve = await press(emulator, `/cards/${cardIds[0]}/approve`);
  expect(pageText(approve)).toContain('A card that is removed cannot become approved.');
});

test('a person is suspended and approved again, and an approved one is never rejected', async () => {
  const emulator = await testEmulator();
  const { auth, userId } = await onboard(emulator);
  const path = `/people/${userId}`;
  const suspended = await submit(await consoleVisit(emulator, path), 'Suspend');
  expect(pageText(suspended)).toContain('History suspended');
  expect(await statusOf(emulator, auth, '/v1/user')).toBe('suspended');
  const again = await press(emulator, `${path}/suspend`);
  expect(pageText(again)).toContain('This user is suspended already.');
  await submit(await consoleVisit(emulator, path), 'Approve');
  expect(await statusOf(emulator, auth, '/v1/user')).toBe('approved');
  const rejected = await press(emulator, `${path}/reject`);
  expect(rejected.status).toBe(409);
  expect(pageText(rejected)).toContain('A user that is approved cannot become rejected.');
  expect(await statusOf(emulator, auth, '/v1/user')).toBe('approved');
});

test('the identity check of an intent ends at once by Decide now', async () => {
  const emulator = await testEmulator({ settings: { pace: 'slow' } });
  const id = await createIntent(emulator, person({ date_of_birth: '1970-01-01' }));
  const decided = await submit(await consoleVisit(emulator, `/intents/${id}`), 'Decide now');
  expect(pageText(decided)).toContain('History rejected');
  const again = await press(emulator, `/intents/${id}/decide`);
  expect(pageText(again)).toContain('This user intent is rejected: its identity check is over.');
});

test('revoked tokens are refused, and there is nothing left to revoke', async () => {
  const emulator = await testEmulator();
  const { auth, tokens, userId } = await onboard(emulator);
  const page = await submit(await consoleVisit(emulator, `/people/${userId}`), 'Revoke tokens');
  expect(pageText(page)).toContain('0 access, 0 refresh');
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(401);
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  expect((await emulator.token(refresh)).status).toBe(400);
  const again = await press(emulator, `/people/${userId}/revoke-tokens`);
  expect(again.status).toBe(409);
  expect(pageText(again)).toContain('This person has no tokens.');
});

test('the connection of an account breaks and is mended', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const { id } = await emulator.call('POST', '/v1/accounts/processor_token', {
    auth,
    json: { processor_token: 'processor-sandbox-abc' },
  });
  const connection = async () =>
    (await emulator.call('GET', `/v1/accounts/${id}`, { auth })).body.connection_status;
  const broken = await submit(await consoleVisit(emulator, `/accounts/${id}`), 'Break connection');
  expect(pageText(broken)).toMatch(/History error .* after .* connected/);
  expect(await connection()).toBe('error');
  const again = await press(emulator, `/accounts/${id}/break`);
  expect(pageText(again)).toContain('is in status error already.');
  await submit(broken, 'Mend connection');
  expect(await connection()).toBe('connected');
});

test('buttons work from the console’s own pages only, and unknown ones do nothing', async () => {
  const emulator = await testEmulator();
  const { auth, userId } = await onboard(emulator);
  for (const headers of [
    { origin: 'http://localhost:3000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect((await press(emulator, `/people/${userId}/suspend`, headers)).status).toBe(403);
  }
  expect((await press(emulator, `/people/${userId}/explode`)).status).toBe(404);
  expect((await press(emulator, '/people/nobody/suspend')).status).toBe(404);
  expect(await statusOf(emulator, auth, '/v1/user')).toBe('approved');
});
