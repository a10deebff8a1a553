import { expect, test, vi } from 'vitest';
import { groupCommit, OverloadError } from './group-commit';

type Group = { items: number[]; line: number; finish: (error?: Error) => void };

/** Work in groups that end when they are told to, for numbers of which the odd ones stand in line 1. */
function startWork({ maxGroup = 10, maxWaiting = 100 } = {}) {
  const begun: Group[] = [];
  const work = groupCommit<number, string>({
    lines: 2,
    lineOf: (item) => item % 2,
    maxGroup,
    maxWaiting,
    commit: (items, line) =>
      new Promise((resolve, reject) => {
        const finish = (error?: Error) =>
          error
            ? reject(error)
            : resolve(items.map((item) => ({ status: 'fulfilled', value: `${item} done` })));
        begun.push({ items, line, finish });
      }),
  });
  const nth = (place: number) => vi.waitUntil(() => begun[place]);
  return { work, begun, nth };
}

test('whoever comes while a group is under way makes up the next one', async () => {
  const { work, nth } = startWork();
  const first = work(2);
  const one = await nth(0);
  const others = [work(4), work(6), work(8)];
  one.finish();
  expect(await first).toBe('2 done');
  const two = await nth(1);
  expect(two.items).toEqual([4, 6, 8]);
  two.finish();
  expect(await Promise.all(others)).toEqual(['4 done', '6 done', '8 done']);
});

test('a group has a largest size, and a line one group at a time', async () => {
  const { work, begun, nth } = startWork({ maxGroup: 3 });
  const all = Promise.all([2, 4, 6, 8, 1].map(work));
  const groups = [await nth(0), await nth(1)];
  expect(begun.map(({ items }) => items)).toEqual([[2, 4, 6], [1]]);
  expect(begun.map(({ line }) => line)).toEqual([0, 1]);
  for (const group of groups) group.finish();
  (await nth(2)).finish();
  expect(begun[2]?.items).toEqual([8]);
  expect(await all).toHaveLength(5);
});

test('when no work can be done, everybody who waits in that line is told, and the next ones are tried', async () => {
  const { work, nth } = startWork();
  const first = work(2);
  const [even, odd] = [await nth(0), work(1)];
  const failing = Promise.allSettled([first, work(4)]);
  even.finish(new Error('away'));
  const away = { status: 'rejected', reason: { message: 'away' } };
  expect(await failing).toMatchObject([away, away]);
  (await nth(1)).finish();
  expect(await odd).toBe('1 done');
  const next = work(6);
  (await nth(2)).finish();
  expect(await next).toBe('6 done');
});

test('when too many wait, whoever comes next is refused at once', async () => {
  const { work, nth } = startWork({ maxWaiting: 2 });
  const first = work(2);
  const one = await nth(0);
  const waiting = [work(4), work(6)];
  await expect(work(8)).rejects.toThrow(OverloadError);
  one.finish();
  (await nth(1)).finish();
  expect(await Promise.all([first, ...waiting])).toHaveLength(3);
});
