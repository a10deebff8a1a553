import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answeringClient, sent } from '../testing/answering-client';
import { accessToken } from '../testing/test-client';

const text = fc.string({ minLength: 1, unit: 'grapheme' });

test('a filter and a cursor arrive as they were, and lead to no other address', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, fc.integer({ min: 1, max: 100 }), async (source, cursor, size) => {
      const scripted = answeringClient(200, { count: 0, transfers: [] });
      await scripted.astra.transfers
        .list({ accessToken, source_id: source, pageSize: size })
        .page(cursor);
      const { host, pathname, searchParams, hash } = new URL(scripted.calls[0]?.url ?? '');
      expect({ host, pathname, hash }).toEqual({
        host: 'api.example.com',
        pathname: '/v1/transfers',
        hash: '',
      });
      expect([...searchParams]).toEqual([
        ['source_id', source],
        ['batch_size', String(size)],
        ['cursor', cursor],
      ]);
    }),
  );
});

test('a form’s values arrive as they were', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (code) => {
      const scripted = answeringClient(400, {});
      await scripted.astra.tokens.exchangeCode({ code }).catch(() => undefined);
      const body = new URLSearchParams(sent(scripted).body);
      expect(Object.fromEntries(body)).toEqual({
        grant_type: 'authorization_code',
        code,
        redirect_uri: 'http://localhost:3000/callback',
      });
    }),
  );
});
