import { z } from 'zod';

/** Somebody who is to be signed up. */
export const wish = z.object({ id: z.number(), email: z.string(), cards: z.array(z.string()) });
export type Wish = z.infer<typeof wish>;

const readyPerson = z.object({
  /** Ten digits, as people type it. */
  phone: z.string(),
  /** Of a session. */
  cookie: z.object({ name: z.string(), value: z.string() }),
});
export type ReadyPerson = z.infer<typeof readyPerson>;

/** What the process says: that it has started, or what became of a wish. */
export const answer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), person: readyPerson }),
  z.object({ id: z.number(), problem: z.string() }),
]);
