import { expect, test } from 'vitest';
import { pageQuery, readPage } from './page-of';

const all = Array.from({ length: 25 }, (_, index) => index);
const count = async () => all.length;
const read = async ({ skip, take }: { skip: number; take: number }) => all.slice(skip, skip + take);

test.each([
  [1, all.slice(0, 10), 1],
  [3, [20, 21, 22, 23, 24], 3],
  [9, [20, 21, 22, 23, 24], 3],
])(
  'page %i of a list shows its part, and the last one when there is none',
  async (page, items, shown) => {
    const found = await readPage({ page, size: 10 }, count, read);
    expect(found).toEqual({ items, page: shown, pages: 3, total: 25 });
  },
);

test('an empty list has one empty page', async () => {
  const found = await readPage(
    { page: 4, size: 10 },
    async () => 0,
    async () => [],
  );
  expect(found).toEqual({ items: [], page: 1, pages: 1, total: 0 });
});

test.each([undefined, '', '0', '-1', '1.5', 'two', '1e9', ['2', '3'], '99999999999999999999'])(
  'the page %j is the first',
  (page) => expect(pageQuery.parse({ page })).toEqual({ page: 1 }),
);
