import { compareNewestFirst, type Placed } from './newest-first';

/**
 * Two streams that have the newest first, as one. Of each only the next is read ahead, and both end
 * with whoever reads them.
 */
export async function* mergeNewest<Row extends Placed>(
  one: AsyncGenerator<Row, void, undefined>,
  other: AsyncGenerator<Row, void, undefined>,
): AsyncGenerator<Row, void, undefined> {
  try {
    let [first, second] = [await one.next(), await other.next()];
    while (!first.done && !second.done) {
      if (compareNewestFirst(first.value, second.value) < 0) {
        yield first.value;
        first = await one.next();
      } else {
        yield second.value;
        second = await other.next();
      }
    }
    if (!first.done) {
      yield first.value;
      yield* one;
    }
    if (!second.done) {
      yield second.value;
      yield* other;
    }
  } finally {
    await one.return();
    await other.return();
  }
}
