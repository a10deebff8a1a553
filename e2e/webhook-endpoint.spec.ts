import { expect, test } from './test';

const endpoint = '/api/webhooks/astra';
const event = JSON.stringify({
  webhook_type: 'transfer_updated',
  webhook_id: 'b0a3a1f0-0000-4000-8000-000000000000',
  user_id: 'somebody',
  resource_id: 'something',
});

test('a delivery without a signature, or with a wrong one, is refused', async ({ request }) => {
  for (const signature of [undefined, '', 'x', `${'A'.repeat(43)}=`]) {
    const headers = signature === undefined ? {} : { 'Astra-Verification': signature };
    const answer = await request.post(endpoint, { data: event, headers });
    expect(answer.status()).toBe(401);
  }
});

test('an oversized delivery is refused before it is read, and its connection ends', async ({
  request,
}) => {
  const answer = await request.post(endpoint, { data: 'x'.repeat(200_000) });
  expect(answer.status()).toBe(413);
  expect(answer.headers()['connection']).toBe('close');
});

test('only POST is answered', async ({ request }) => {
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    expect((await request.fetch(endpoint, { method })).status()).toBe(405);
  }
});
