import { createHash } from 'node:crypto';

/** Draws that repeat with the same seed. */
export type Chance = ReturnType<typeof createChance>;

export function createChance(seed: number) {
  let draws = 0;
  /** A whole number from `least` to `most`, both included. */
  function between(least: number, most: number): number {
    const hash = createHash('sha256').update(`${seed} ${draws}`).digest();
    draws += 1;
    return least + Math.floor((hash.readUInt32BE() / 2 ** 32) * (most - least + 1));
  }
  /** The same things in another order. */
  function shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, place: between(0, 2 ** 31) }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }
  return { between, shuffled, isHeads: () => between(0, 1) === 1 };
}
