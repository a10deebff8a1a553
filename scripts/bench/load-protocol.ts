import { z } from 'zod';

/** What the sender of requests is asked to send. */
export const load = z.object({
  port: z.number(),
  requests: z.array(z.string()).min(1),
  count: z.number(),
  connections: z.number(),
  onTheWay: z.number(),
  wantedStatus: z.number(),
  /** An answer with this status is counted, and told of; any third one ends the benchmark. */
  refusedStatus: z.number().optional(),
  /** Requests leave at this pace, whatever the answers do; without it as fast as they are answered. */
  perSecond: z.number().optional(),
});

export type Load = z.output<typeof load>;

/** How that went. */
export const loadResult = z.object({
  /** From the first request to the last whole answer. */
  seconds: z.number(),
  /** How much of that time this process was busy, from 0 to 1. Near 1, it was the slow one. */
  busy: z.number(),
  /** How many had the status of a refusal. */
  refused: z.number(),
  /**
   * Milliseconds until so many percent of the requests were answered. At a pace they are counted from
   * when a request was due to leave: one that had to wait for a slow server waited for its answer.
   */
  p50: z.number(),
  p99: z.number(),
});

export type LoadResult = z.output<typeof loadResult>;
