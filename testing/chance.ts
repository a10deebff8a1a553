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
  /** One of these, of which there is at least one. */
  function pick<T>(things: readonly T[]): T {
    const [chosen] = things.slice(between(0, things.length - 1));
    if (chosen === undefined) throw new Error('There is nothing to pick from.');
    return chosen;
  }
  return { between, shuffled, pick, isHeads: () => between(0, 1) === 1 };
}
