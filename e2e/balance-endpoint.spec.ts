import { expect, test } from './test';

const endpoint = '/api/astra/balance?account_id=';

test('whoever does not prove to be Astra is refused, and nothing of it is kept', async ({
  request,
}) => {
  for (const authorization of [undefined, 'Basic eDp5', 'Bearer x']) {
    const headers = authorization === undefined ? {} : { authorization };
    for (const accountId of ['', 'x', '%00', "'--"]) {
      const answer = await request.get(`${endpoint}${accountId}`, { headers });
      expect(answer.status()).toBe(401);
      expect(answer.headers()['www-authenticate']).toContain('Basic');
      expect(answer.headers()['cache-control']).toBe('no-store');
      expect(await answer.json()).toEqual({ error: 401 });
    }
  }
});

test('HEAD is answered like GET, and nothing else is', async ({ request }) => {
  expect((await request.head(endpoint)).status()).toBe(401);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await request.fetch(endpoint, { method })).status()).toBe(405);
  }
});
