import 'server-only';
import { AstraInvalidRequestError, AstraNotFoundError, AstraPermissionError } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import type { TaskPayload } from '@/lib/jobs/tasks';
import { settleNow } from '@/lib/payments/settle/settle-now';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { findAsked } from './find-asked';
import { finishEvents } from './finish-events';
import { handlers } from './handlers';
import { handleBatch } from './handlers/batch';
import type { Write } from './handlers/handler';
import { waitWithBurst } from './wait-with-burst';

/**
 * Looks at one resource at Astra, writes what it found, and marks the events that asked for it as
 * done, in one transaction: no effect without the mark, and no mark without the effect.
 *
 * An event that seems to have told of nothing is looked at once more, when Astra's answers must show
 * what it told of (`finish-events.ts`).
 *
 * Events for somebody we don't know yet, or who must authorize us again, stay in the inbox and are
 * taken up when that person connects (`resume-waiting-events.ts`). Those that could not be looked
 * at in all attempts stay there too, and the reconciler begins again.
 *
 * @param isLastAttempt when true, what Astra doesn't show is parked instead of tried again.
 * @throws whatever kept us from finding out, so that the job is tried again later.
 */
export async function syncResource(
  subject: TaskPayload<'sync_resource'>,
  isLastAttempt: boolean,
): Promise<void> {
  const { resource, resourceId } = subject;
  const { eventIds, userId } = await findAsked(subject);
  const wasTold = eventIds.length > 0;
  if (await waitWithBurst(subject, eventIds)) return;

  if (resource === 'batch') {
    const ask = () => handleBatch({ resourceId, wasTold });
    return look({ subject, ask, userId: null, eventIds, isLastAttempt });
  }
  if (!subject.astraUserId && resource !== 'user_intent') {
    return park(eventIds, 'Parked: the event does not say whose resource it is about.');
  }
  if (!userId && resource === 'user_intent' && !isLastAttempt) {
    // Astra's event can overtake its own answer to our creating call.
    throw new Error('No intent of ours has this id yet.');
  }
  if (!userId) return note(eventIds, 'Waiting: nobody here is connected as this Astra user.');
  const ask = () => handlers[resource]({ resourceId, userId, wasTold });
  return look({ subject, ask, userId, eventIds, isLastAttempt });
}

type Look = {
  subject: TaskPayload<'sync_resource'>;
  ask: () => Promise<Write>;
  /** On whose behalf Astra is asked; null when on our own. */
  userId: string | null;
  eventIds: string[];
  isLastAttempt: boolean;
};

async function look({ subject, ask, userId, eventIds, isLastAttempt }: Look): Promise<void> {
  try {
    const write = await ask();
    if (eventIds.length > 0 && (await write.alone?.(eventIds))) return;
    await db().$transaction(async (tx) => {
      const outcome = await write.within(tx);
      if (eventIds.length === 0) return;
      const finished = await finishEvents(tx, { eventIds, userId, outcome });
      if (finished.hasUnexplained) {
        await enqueueSync(tx, subject, { delayMs: assumptions.listLagMs });
      }
      if (userId && finished.hasUndecided) await settleNow(tx, userId);
    });
  } catch (error) {
    if (error instanceof NeedsAuthorizationError) {
      return note(eventIds, 'Waiting: this person has to authorize us again.');
    }
    if (!isLastAttempt) throw error;
    if (isHidden(error)) {
      const whom = userId ? 'the user it names' : 'us';
      return park(eventIds, `Astra does not show this resource to ${whom}.`);
    }
    await note(
      eventIds,
      'Waiting: looking at it failed many times, and is tried again from time to time.',
    );
    throw error;
  }
}

/** Astra answers so for what does not exist, does not exist yet, or is somebody else's. */
function isHidden(error: unknown): boolean {
  return (
    error instanceof AstraNotFoundError ||
    error instanceof AstraPermissionError ||
    error instanceof AstraInvalidRequestError
  );
}

async function park(ids: string[], outcome: string): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_events
    SET status = 'parked', outcome = ${outcome}, handled_at = clock_timestamp()
    WHERE id = ANY(${ids}::uuid[]) AND status = 'received'`;
}

async function note(ids: string[], outcome: string): Promise<void> {
  await db().webhookEvent.updateMany({ where: { id: { in: ids } }, data: { outcome } });
}
