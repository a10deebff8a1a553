import { z } from 'zod';

/** What the sender of requests is asked to send. */
export const load = z.object({
  port: z.number(),
  requests: z.array(z.string()).min(1),
  count: z.number(),
  connections: z.number(),
  onTheWay: z.number(),
  wantedStatus: z.number(),
});

export type Load = z.output<typeof load>;

/** How that went. */
export const loadResult = z.object({
  /** From the first request to the last whole answer. */
  seconds: z.number(),
  /** How much of that time this process was busy, from 0 to 1. Near 1, it was the slow one. */
  busy: z.number(),
});
