import { z } from 'zod';

const asked = z.object({
  CRASH_FIRST_SEED: z.coerce.number().int().min(1).default(1),
  CRASH_SEEDS: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The seeds that `npm run test:crash` asks for; otherwise the first. */
export function askedSeeds(): number[] {
  const { CRASH_FIRST_SEED: first, CRASH_SEEDS: count } = asked.parse(process.env);
  return Array.from({ length: count }, (_, place) => first + place);
}
