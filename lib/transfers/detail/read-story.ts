import 'server-only';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import type { FoundTransfer } from './find-transfer';
import { joinStory, type StoryEvent } from './join-story';

/** More than one transfer has; what is shown stays short enough to read. */
const most = 100;

/**
 * Everything that is known to have happened to a transfer, in one order: what its person did and
 * what Astra answered, by the payment's reference or the routine's id; each event that Astra sent of the transfer or of
 * its routine; and each status that was seen.
 */
export async function readStory(transfer: FoundTransfer): Promise<StoryEvent[]> {
  const { userId, astraId, routineAstraId, payment } = transfer;
  const reference = payment?.clientCorrelationId ?? transfer.clientCorrelationId;
  const resourceIds = [astraId, ...(routineAstraId ? [routineAstraId] : [])];
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  const [acts, events] = await Promise.all([
    db().auditEvent.findMany({
      where: { userId, correlationId: { in: [...resourceIds, ...(reference ? [reference] : [])] } },
      orderBy: { at: 'asc' },
      take: most,
    }),
    db().webhookEvent.findMany({
      where: {
        environment: env().ASTRA_ENVIRONMENT,
        // Nobody else's, whatever id it names.
        astraUserId: connection?.astraUserId ?? '',
        resourceId: { in: resourceIds },
      },
      orderBy: { receivedAt: 'asc' },
      take: most,
    }),
  ]);
  return joinStory({ acts, events, statuses: transfer.history });
}
