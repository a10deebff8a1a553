import { describe, expect, test } from 'vitest';
import { accessToken, errorOf, jsonAnswer, scriptedClient } from './testing/test-client';
import { requestIdOf } from './transport';

const page = (ids: string[], more: object = {}) =>
  jsonAnswer(
    200,
    { count: ids.length, cards: ids.map((id) => ({ id })), ...more },
    { 'request-id': `r-${ids[0]}` },
  );

const queries = ({ calls }: ReturnType<typeof scriptedClient>) =>
  calls.map(({ url }) => new URL(url).search);

async function idsOf(list: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
}

describe('a list', () => {
  test('is gone through page by page', async () => {
    const scripted = scriptedClient([
      page(['a', 'b'], { cursor: 'x&y', more: true }),
      page(['c'], { cursor: 'z', more: true }),
      page(['d'], { cursor: null, more: false }),
    ]);
    expect(await idsOf(scripted.astra.cards.list({ accessToken }))).toEqual(['a', 'b', 'c', 'd']);
    expect(queries(scripted)).toEqual(['', '?cursor=x%26y', '?cursor=z']);
  });

  test('asks for nothing before it is read, and for no page that is not', async () => {
    const scripted = scriptedClient([page(['a'], { cursor: 'x', more: true })]);
    const list = scripted.astra.cards.list({ accessToken });
    expect(scripted.calls).toHaveLength(0);
    for await (const { id } of list) {
      expect(id).toBe('a');
      break;
    }
    expect(scripted.calls).toHaveLength(1);
  });

  test('gives single pages', async () => {
    const scripted = scriptedClient([page(['a'], { cursor: 'x', more: true }), page(['b'])]);
    const list = scripted.astra.cards.list({ accessToken, pageSize: 1 });
    const first = await list.firstPage();
    expect(first).toEqual({
      items: [{ id: 'a', created: null }],
      nextCursor: 'x',
      requestId: 'r-a',
    });
    expect((await list.page({ cursor: first.nextCursor })).nextCursor).toBeNull();
    await list.page('x');
    await list.page();
    expect(queries(scripted)).toEqual([
      '?batch_size=1',
      '?batch_size=1&cursor=x',
      '?batch_size=1&cursor=x',
      '?batch_size=1',
    ]);
  });

  test('has nothing after its last page, however often that is asked for', async () => {
    const scripted = scriptedClient([page(['a'], { cursor: 'x', more: true }), page(['b'])]);
    const list = scripted.astra.cards.list({ accessToken });
    const ids: string[] = [];
    for (let at = await list.firstPage(); at.items.length > 0; ) {
      ids.push(...at.items.map(({ id }) => id));
      at = await list.page({ cursor: at.nextCursor });
    }
    expect(ids).toEqual(['a', 'b']);
    expect(await list.page(null)).toEqual({ items: [], nextCursor: null });
    expect(queries(scripted)).toEqual(['', '?cursor=x']);
  });

  test('tells of each page which answer it came in', async () => {
    const scripted = scriptedClient([page(['a'])]);
    const first = await scripted.astra.cards.list({ accessToken }).firstPage();
    expect(requestIdOf(first)).toBe('r-a');
  });

  test.each([{}, { more: false, cursor: 'x' }, { more: false }, { cursor: null }, { cursor: '' }])(
    'ends with a page that says there is no more, or names no next one: %j',
    async (end) => {
      const scripted = scriptedClient([page(['a'], end)]);
      expect(await idsOf(scripted.astra.cards.list({ accessToken }))).toEqual(['a']);
      expect(scripted.calls).toHaveLength(1);
    },
  );

  test.each([{ more: true }, { more: true, cursor: null }, { more: true, cursor: '' }])(
    'never ends where there is more, even if Astra does not say where: %j',
    async (end) => {
      const { astra } = scriptedClient([page(['a'], end)]);
      const error = await errorOf(idsOf(astra.cards.list({ accessToken })));
      expect(error).toMatchObject({ kind: 'unexpected_response', requestId: 'r-a' });
      expect(error.message).toContain('cursor');
    },
  );

  test.each([{ cursor: 'x' }, { cursor: 'x', more: null }])(
    'goes on where a page names the next one, also without a word of more: %j',
    async (end) => {
      const scripted = scriptedClient([page(['a'], end), page(['b'])]);
      expect(await idsOf(scripted.astra.cards.list({ accessToken }))).toEqual(['a', 'b']);
    },
  );

  test('that leads in a circle is left', async () => {
    const { astra, calls } = scriptedClient([page(['a'], { cursor: 'x', more: true })]);
    const error = await errorOf(idsOf(astra.cards.list({ accessToken })));
    expect(error).toMatchObject({ kind: 'unexpected_response', pathTemplate: '/v1/cards' });
    expect(calls).toHaveLength(2);
  });

  test('is read no further than wanted, and is never cut off in silence', async () => {
    const pages = ['a', 'b', 'c'].map((id) => page([id], { cursor: `after-${id}`, more: true }));
    const scripted = scriptedClient([...pages, page(['d'])]);
    const read: string[] = [];
    const error = await errorOf(
      (async () => {
        const list = scripted.astra.cards.list({ accessToken });
        for await (const { id } of list.entries({ mostPages: 3 })) read.push(id);
      })(),
    );
    expect(error).toMatchObject({ kind: 'unexpected_response', outcomeUnknown: false });
    expect(error.message).toContain('go on after 3');
    expect(read).toEqual(['a', 'b', 'c']);
    expect(scripted.calls).toHaveLength(3);
  });

  test('of as many pages as wanted is whole', async () => {
    const scripted = scriptedClient([page(['a'], { cursor: 'x', more: true }), page(['b'])]);
    const read: string[] = [];
    const list = scripted.astra.cards.list({ accessToken });
    for await (const { id } of list.entries({ mostPages: 2 })) read.push(id);
    expect(read).toEqual(['a', 'b']);
  });

  test.each([{}, [], { count: 0 }, { count: 1, cards: {} }, { count: 1, cards: [{}] }])(
    'in a form that is none ends with an error: %j',
    async (body) => {
      const { astra } = scriptedClient([jsonAnswer(200, body)]);
      const error = await errorOf(astra.cards.list({ accessToken }).firstPage());
      expect(error.kind).toBe('unexpected_response');
    },
  );

  test.each([0, -1, 1.5, 101, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not asked for in pages of %d',
    async (pageSize) => {
      const { astra, calls } = scriptedClient([page(['a'])]);
      const list = astra.cards.list({ accessToken, pageSize });
      expect(await errorOf(list.firstPage())).toMatchObject({
        kind: 'invalid_request',
        fieldErrors: { pageSize: [expect.any(String)] },
      });
      expect(calls).toHaveLength(0);
    },
  );

  test.each([1, 100])('is asked for in pages of %d', async (pageSize) => {
    const scripted = scriptedClient([page(['a'])]);
    await scripted.astra.cards.list({ accessToken, pageSize }).firstPage();
    expect(queries(scripted)).toEqual([`?batch_size=${pageSize}`]);
  });

  test.each([undefined, null, '1', 7.5])(
    'is read whatever its count is, which says nothing (%j)',
    async (count) => {
      const { astra } = scriptedClient([jsonAnswer(200, { count, cards: [{ id: 'a' }] })]);
      expect((await astra.cards.list({ accessToken }).firstPage()).items).toHaveLength(1);
    },
  );
});
