import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeNewest } from './merge-newest';
import { compareNewestFirst, type Placed } from './newest-first';

async function* streamOf(rows: readonly Placed[], ended: () => void = () => undefined) {
  try {
    yield* rows;
  } finally {
    ended();
  }
}

const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.uuid()), { selector: ([, id]) => id })
  .map((pairs) => pairs.map(([time, id]) => ({ startedAt: new Date(time), id })));

test('two streams in order are one stream in order, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 0, max: 10 }), async (all, cut) => {
      const parts = [all.slice(0, cut), all.slice(cut)].map((part) =>
        streamOf(part.sort(compareNewestFirst)),
      );
      const [one = streamOf([]), other = streamOf([])] = parts;
      const merged: Placed[] = [];
      for await (const row of mergeNewest(one, other)) merged.push(row);
      expect(merged).toEqual([...all].sort(compareNewestFirst));
    }),
  );
});

test('whoever stops reading ends both streams', async () => {
  const ended: string[] = [];
  const stream = (name: string) =>
    streamOf([{ startedAt: new Date(0), id: name }], () => ended.push(name));
  for await (const _row of mergeNewest(stream('a'), stream('b'))) break;
  expect(ended).toEqual(['a', 'b']);
});
