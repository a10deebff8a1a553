import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeringClient } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';

describe('an id from outside', () => {
  test('stays one segment of exactly the path that was meant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (id) => {
        fc.pre(id !== '.' && id !== '..');
        const scripted = answeringClient(200, { id: 'c' });
        await scripted.astra.cards.get({ accessToken, id });
        const { pathname, search, hash, host } = new URL(scripted.calls[0]?.url ?? '');
        expect([host, search, hash]).toEqual(['api.example.com', '', '']);
        const segments = pathname.split('/');
        expect(segments.slice(0, 3)).toEqual(['', 'v1', 'cards']);
        expect(segments).toHaveLength(4);
        expect(decodeURIComponent(segments[3] ?? '')).toBe(id);
      }),
    );
  });

  test.each(['../user', 'a?b=c', 'a#b', '%2e%2e', 'a\r\nx: y', '/', '$&', '{id}'])(
    '%j cannot lead elsewhere',
    async (id) => {
      const scripted = answeringClient(200, { id: 'c' });
      await scripted.astra.cards.get({ accessToken, id });
      expect(scripted.calls[0]?.url).toBe(
        `https://api.example.com/v1/cards/${encodeURIComponent(id)}`,
      );
      expect(new URL(scripted.calls[0]?.url ?? '').pathname).toMatch(/^\/v1\/cards\/[^/]+$/);
    },
  );

  test.each(['', '.', '..', '\ud800'])('%j is refused', async (id) => {
    const scripted = answeringClient(200, { id: 'c' });
    expect(await errorOf(scripted.astra.cards.get({ accessToken, id }))).toMatchObject({
      kind: 'invalid_request',
      outcomeUnknown: false,
    });
    expect(scripted.calls).toHaveLength(0);
  });
});
