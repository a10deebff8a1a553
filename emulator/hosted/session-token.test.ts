import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import {
  authorizeUrl,
  bearer,
  createIntent,
  decided,
  exchange,
  onboard,
  person,
} from '../testing/person';
import { submit, visit } from '../testing/visitor';

async function sessionToken(emulator: TestEmulator, json: unknown): Promise<string> {
  const path = '/v1/partner/identity/verification';
  const answer = await emulator.call('POST', path, { auth: emulator.basic, json });
  return String(answer.body.token);
}

test('whom the partner vouches for only authorizes: no phone number, no code', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const token = await sessionToken(emulator, { user_intent_id: intentId });
  const query = { user_intent_id: intentId, session_token: token, state: 's' };
  const terms = await visit(authorizeUrl(emulator, { ...query, bypass_connect: 'true' }));
  expect(terms.html).toContain('Step 1 of 1');
  const { left } = await submit(terms, 'Authorize');
  expect(left?.searchParams.get('state')).toBe('s');
  expect(await emulator.console.sms()).toEqual([]);
  const tokens = await exchange(emulator, left);
  const user = await emulator.call('GET', '/v1/user', { auth: bearer(tokens) });
  expect(user.body).toMatchObject({ status: 'approved', email: 'edmund@example.com' });
});

test('a user is vouched for by the user’s id, also in a link that still names the intent', async () => {
  const emulator = await testEmulator();
  const { userId, intentId } = await onboard(emulator);
  for (const named of [{ user_id: userId }, { user_intent_id: intentId }, {}]) {
    const session_token = await sessionToken(emulator, { user_id: userId });
    const terms = await visit(authorizeUrl(emulator, { ...named, session_token }));
    const { left } = await submit(terms, 'Authorize');
    expect((await exchange(emulator, left)).status).toBe(200);
  }
});

test.each([
  [
    'used',
    async (emulator: TestEmulator, userId: string) => {
      const session_token = await sessionToken(emulator, { user_id: userId });
      await visit(authorizeUrl(emulator, { session_token }));
      return { session_token };
    },
  ],
  ['made-up', async () => ({ session_token: 'made-up' })],
  [
    'for somebody else',
    async (emulator: TestEmulator, userId: string) => {
      const other = await createIntent(emulator, person({ phone: '+15557770001' }));
      return {
        user_id: userId,
        session_token: await sessionToken(emulator, { user_intent_id: other }),
      };
    },
  ],
  [
    'for another phone number',
    async (emulator: TestEmulator, userId: string) => ({
      phone: '5550001111',
      session_token: await sessionToken(emulator, { user_id: userId }),
    }),
  ],
])('a session token that is %s gets Astra’s own error', async (_what, linkOf) => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const page = await visit(authorizeUrl(emulator, await linkOf(emulator, userId)));
  expect([page.status, page.heading]).toEqual([400, 'Token Authentication Required']);
});
