import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import type { TaskPayload } from '@/lib/jobs/tasks';
import { settleNow } from '@/lib/payments/settle/settle-now';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { handlers } from '../handlers';
import { handleBatch } from '../handlers/batch';
import type { Write } from '../handlers/handler';
import { isFoundById } from '../resource-of';
import { findAsked } from './find-asked';
import { finishEvents } from './finish-events';
import { waitWithBurst } from './wait-with-burst';
import { type Attempt, whyFailed } from './why-failed';

/**
 * Looks at one resource at Astra, writes what it found, and marks the events that asked for it as
 * done, in one transaction: no effect without the mark, and no mark without the effect.
 *
 * An event that seems to have told of nothing is looked at once more, when Astra's answers must show
 * what it told of (`finish-events.ts`).
 *
 * Events for somebody we don't know yet, or who must authorize us again, stay in the inbox and are
 * taken up when that person connects (`../resume-waiting-events.ts`). Those that could not be looked
 * at stay there too, with the reason: it is tried again, in the end by the reconciler, until the look
 * succeeds or there is no hope for it (`why-failed.ts`). Then they are parked.
 *
 * @param isLastAttempt whether the worker gives up after this one.
 * @param attempts how many there were, with this one.
 * @throws whatever kept us from finding out, so that the job is tried again later.
 */
export async function syncResource(
  subject: TaskPayload<'sync_resource'>,
  isLastAttempt: boolean,
  attempts = 1,
): Promise<void> {
  const attempt = { attempts, isLast: isLastAttempt };
  const { resource, resourceId } = subject;
  const { eventIds, userId } = await findAsked(subject);
  const wasTold = eventIds.length > 0;
  if (await waitWithBurst(subject, eventIds)) return;

  if (resource === 'batch') {
    const ask = () => handleBatch({ resourceId, wasTold });
    return look({ subject, ask, userId: null, eventIds, attempt });
  }
  if (!subject.astraUserId && resource !== 'user_intent') {
    return park(eventIds, 'The event does not say whose resource it is about.');
  }
  if (!userId && resource === 'user_intent' && !isLastAttempt) {
    // Astra's event can overtake its own answer to our creating call.
    await note(eventIds, 'Waiting: no intent of ours has this id yet. It is tried again.');
    throw new Error('No intent of ours has this id yet.');
  }
  if (!userId) return note(eventIds, 'Waiting: nobody here is connected as this Astra user.');
  const ask = () => handlers[resource]({ resourceId, userId, wasTold });
  return look({ subject, ask, userId, eventIds, attempt });
}

type Look = {
  subject: TaskPayload<'sync_resource'>;
  ask: () => Promise<Write>;
  /** On whose behalf Astra is asked; null when on our own. */
  userId: string | null;
  eventIds: string[];
  attempt: Attempt;
};

async function look({ subject, ask, userId, eventIds, attempt }: Look): Promise<void> {
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
    const whom = isFoundById(subject.resource) ? 'us' : 'the user it names';
    const { outcome, isFinal } = whyFailed(error, whom, attempt);
    if (isFinal) return park(eventIds, outcome);
    await note(eventIds, outcome);
    throw error;
  }
}

async function park(ids: string[], outcome: string): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_events
    SET status = 'parked', outcome = ${outcome}, handled_at = clock_timestamp()
    WHERE id = ANY(${ids}::uuid[]) AND status = 'received'`;
}

async function note(ids: string[], outcome: string): Promise<void> {
  const where = { id: { in: ids }, status: 'received' as const };
  await db().webhookEvent.updateMany({ where, data: { outcome } });
}
