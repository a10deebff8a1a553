import type { ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { get } from 'node:http';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** What the words of a `node` whose memory is measured begin with. */
export const measuredNode = [
  '--expose-gc',
  '--import',
  pathToFileURL(`${import.meta.dirname}/report-usage.mjs`).href,
];

const report = z.object({
  usage: z.object({
    /** In the heap and beside it, without what the garbage collector can take. */
    bytes: z.number(),
    /** What the system has given to the process. */
    resident: z.number(),
    timers: z.number(),
  }),
});

export type Usage = z.infer<typeof report>['usage'];

/** What a process that was started with {@link measuredNode} holds now. */
export async function usageOf(child: ChildProcess): Promise<Usage> {
  const messages = on(child, 'message', { signal: AbortSignal.timeout(30_000) });
  child.send('usage');
  for await (const [message] of messages) {
    const { success, data } = report.safeParse(message);
    if (success) return data.usage;
  }
  throw new Error('The process said nothing of its memory.');
}

const atOnce = 25;

/** Opens live streams, so many in all, and abandons each as soon as it has spoken. */
export async function abandonStreams(
  address: string,
  headers: Record<string, string>,
  count: number,
): Promise<void> {
  for (let done = 0; done < count; done += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - done) });
    await Promise.all(batch.map(() => abandonStream(address, headers)));
  }
}

async function abandonStream(address: string, headers: Record<string, string>): Promise<void> {
  const request = get(address, { agent: false, headers });
  const [response] = await once(request, 'response');
  await once(response, 'data');
  request.destroy();
}
