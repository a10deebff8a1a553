import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import type { Emulator } from '../astra/emulator';
import { until } from '../until';

const delivery = z.object({ id: z.string(), status: z.string(), resourceId: z.string() });
type Delivery = z.output<typeof delivery>;

/** The emulator forgets deliveries beyond two thousand, also those that it has yet to make. */
const mostUnderWay = 500;
/** While no instance lives, nothing is delivered, and then each try waits twice as long. */
const patienceMs = 300_000;
/** The list is long, so the emulator and we are busy with it: they have more to do. */
const lookMs = 1_000;

/** Keeps in mind which events Astra is told from now on that we have. */
export async function watchDeliveries({ hosted }: Emulator) {
  const acknowledged = new Set<string>();

  async function read(): Promise<Delivery[]> {
    const answer = await fetch(`${hosted}/console/api/deliveries`);
    const deliveries = z.array(delivery).parse(await answer.json());
    for (const { id, status } of deliveries) if (status === 'delivered') acknowledged.add(id);
    return deliveries;
  }

  async function underWay(): Promise<number> {
    const open = (await read()).filter(
      ({ status }) => status === 'waiting' || status === 'sending',
    );
    return open.length;
  }

  await read();
  const before = new Set(acknowledged);

  return {
    /** How many deliveries Astra has yet to make, or to make again. */
    underWay,
    /** Waits until the emulator has room for more. */
    untilRoom: () =>
      until(
        'room for more events',
        async () => (await underWay()) < mostUnderWay,
        patienceMs,
        lookMs,
      ),
    /** Events that we said we had, and have not. */
    async lost(): Promise<string[]> {
      await read();
      const kept = await db().webhookEvent.findMany({ select: { webhookId: true } });
      const ids = new Set(kept.map(({ webhookId }) => webhookId));
      return [...acknowledged].filter((id) => !ids.has(id) && !before.has(id));
    },
  };
}
