import type { World } from '../world';
import { plantDemo } from './demo';

/** A populated world under a name. */
export type Seed = {
  readonly name: string;
  readonly does: string;
  /** Fills an empty world, in one transaction. */
  readonly plant: (world: World) => void;
};

export const seeds: readonly Seed[] = [
  {
    name: 'demo',
    does: 'Three people with cards and accounts, two businesses, and forty transfers of the last month.',
    plant: plantDemo,
  },
];

export function seedNamed(name: string): Seed | undefined {
  return seeds.find((seed) => seed.name === name);
}
