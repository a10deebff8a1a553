import { z } from 'zod';

const asked = z.object({
  CHAOS_SEED: z.coerce.number().int().min(1).default(1),
  CHAOS_EVENTS: z.coerce.number().int().min(100).max(100_000).default(150),
  CHAOS_SERVER: z.enum(['route', 'next']).default('route'),
});

/** How large a run is, as `npm run test:chaos` asks for it; otherwise short. */
export function askedSize() {
  const { CHAOS_SEED: seed, CHAOS_EVENTS: events, CHAOS_SERVER: server } = asked.parse(process.env);
  return {
    seed,
    events,
    server,
    people: Math.min(40, 4 + Math.floor(events / 100)),
    /** Of the four processes together, each at least once. */
    kills: Math.max(4, Math.ceil(events / 50)),
    databaseCrashes: Math.max(1, Math.round(events / 1_000)),
    /** While all is well, and events alone tell of what changed. */
    toldEvents: Math.ceil(events / 50),
    changesInOutage: Math.ceil(events / 10),
  };
}

export type Size = ReturnType<typeof askedSize>;
