import { afterEach, expect, test, vi } from 'vitest';
import { groupCommit, LateError, OverloadError } from './group-commit';

type Group = { items: number[]; line: number; finish: (error?: Error) => void };

afterEach(() => vi.useRealTimers());

/** Work in groups that end when they are told to, for numbers of which the odd ones stand in line 1. */
function startWork({ maxGroup = 10, maxWaiting = 100, patienceMs = 60_000 } = {}) {
  const begun: Group[] = [];
  const work = groupCommit<number, string>({
    lines: 2,
    lineOf: (item) => item % 2,
    limits: { maxGroup, maxWaiting, patienceMs },
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

test('a group that fails takes nobody along: those who wait behind it are the next group', async () => {
  const { work, nth } = startWork();
  const failing = Promise.allSettled([work(2), work(4)]);
  const first = await nth(0);
  const waiting = [work(6), work(8)];
  first.finish(new Error('away'));
  const away = { status: 'rejected', reason: { message: 'away' } };
  expect(await failing).toMatchObject([away, away]);
  (await nth(1)).finish();
  expect(await Promise.all(waiting)).toEqual(['6 done', '8 done']);
});

test('whoever has waited for too long is told so, and work on what was not begun never begins', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { work, begun, nth } = startWork({ patienceMs: 1000 });
  const early = Promise.allSettled([work(2)]);
  const first = await nth(0);
  vi.advanceTimersByTime(400);
  const waiting = Promise.allSettled([work(4), work(6)]);
  vi.advanceTimersByTime(400);
  const later = work(8);
  // The first is under way, and nobody stops it: it may be done, and is not known to be.
  vi.advanceTimersByTime(200);
  const late = { status: 'rejected', reason: expect.any(LateError) };
  expect(await early).toEqual([late]);
  vi.advanceTimersByTime(400);
  expect(await waiting).toEqual([late, late]);
  first.finish();
  (await nth(1)).finish();
  expect(await later).toBe('8 done');
  expect(begun.map(({ items }) => items)).toEqual([[2], [8]]);
});

test('who waited in vain leaves their place to others', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { work, nth } = startWork({ maxWaiting: 1, patienceMs: 1000 });
  const outcomes = Promise.allSettled([work(2)]);
  const first = await nth(0);
  const waiting = Promise.allSettled([work(4)]);
  vi.advanceTimersByTime(1000);
  await Promise.all([outcomes, waiting]);
  const next = work(6);
  first.finish();
  (await nth(1)).finish();
  expect(await next).toBe('6 done');
});

test('nothing waits for the patience of those who are done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { work, nth } = startWork();
  const done = work(2);
  (await nth(0)).finish();
  await done;
  expect(vi.getTimerCount()).toBe(0);
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
