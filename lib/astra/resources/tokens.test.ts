import { describe, expect, test } from 'vitest';
import { answeringClient, basic, sent } from '../testing/answering-client';
import { errorOf } from '../testing/test-client';
import { requestIdOf } from '../transport';

describe('tokens', () => {
  const answer = { access_token: 'a', refresh_token: 'r', expires_in: 7200, token_type: 'Bearer' };

  test('are exchanged for a code in a form, with the client’s credentials', async () => {
    const scripted = answeringClient(200, answer);
    const pair = await scripted.astra.tokens.exchangeCode({ code: 'c&d' });
    expect(pair).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      expiresInMs: 7_200_000,
      requestId: 'req-1',
    });
    expect(requestIdOf(pair)).toBe('req-1');
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/oauth/token',
      authorization: basic,
      type: 'application/x-www-form-urlencoded',
      body: 'grant_type=authorization_code&code=c%26d&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    });
  });

  test('are refreshed in a form too', async () => {
    const scripted = answeringClient(200, answer);
    await scripted.astra.tokens.refresh({ refreshToken: 'r0' });
    expect(sent(scripted).body).toBe(
      'grant_type=refresh_token&refresh_token=r0&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    );
  });

  test.each([
    { token_type: null },
    { token_type: 7 },
    { token_type: undefined },
    { expires_in: '7200' },
    { expires_in: '7200.0' },
  ])('are not thrown away over a trifle: %j', async (odd) => {
    const { astra } = answeringClient(200, { ...answer, ...odd });
    const expected = { accessToken: 'a', refreshToken: 'r', expiresInMs: 7_200_000 };
    expect(await astra.tokens.exchangeCode({ code: 'abc' })).toMatchObject(expected);
    expect(await astra.tokens.refresh({ refreshToken: 'r0' })).toMatchObject(expected);
  });

  test.each([undefined, null])(
    'keep their refresh token when Astra gives no new one (%j)',
    async (refresh_token) => {
      const { astra } = answeringClient(200, { ...answer, refresh_token });
      expect(await astra.tokens.refresh({ refreshToken: 'r0' })).toMatchObject({
        accessToken: 'a',
        refreshToken: 'r0',
      });
      const error = await errorOf(astra.tokens.exchangeCode({ code: 'abc' }));
      expect(error).toMatchObject({ kind: 'unexpected_response', outcomeUnknown: true });
    },
  );

  test('that came without a lifetime, or in a list, are not taken', async () => {
    for (const odd of [
      { ...answer, expires_in: undefined },
      [answer],
      { ...answer, expires_in: 0 },
      { ...answer, expires_in: 'soon' },
      { ...answer, expires_in: null },
    ]) {
      const error = await errorOf(
        answeringClient(200, odd).astra.tokens.refresh({ refreshToken: 'r0' }),
      );
      expect(error).toMatchObject({ kind: 'unexpected_response', outcomeUnknown: true });
    }
  });
});
