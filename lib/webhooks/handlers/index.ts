import type { SyncedResource } from '../resource-of';
import { recordFoundChange } from '../sync/record-found-change';
import { handleAccount } from './account';
import { handleCard } from './card';
import type { Handler, Subject, Write } from './handler';
import { handleRoutine } from './routine';
import { handleTransfer } from './transfer';
import { handleUser } from './user';
import { handleUserIntent } from './user-intent';

type OfPeople = Exclude<SyncedResource, 'batch'>;

/** A batch belongs to nobody, so it has no handler of this kind: see `batch.ts`. */
export const handlers: Readonly<Record<OfPeople, (subject: Subject) => Promise<Write>>> = {
  user_intent: recorded('user_intent', handleUserIntent),
  user: recorded('user', handleUser),
  card: recorded('card', handleCard),
  account: recorded('account', handleAccount),
  routine: recorded('routine', handleRoutine),
  // By far the most events are about these: the statement that writes one records its change too.
  transfer: handleTransfer,
};

/** The same, with changes recorded by how the resource stands before and after. */
function recorded(resource: OfPeople, handler: Handler) {
  return async (subject: Subject): Promise<Write> => {
    const write = await handler(subject);
    const { resourceId: astraId, wasTold = false } = subject;
    return {
      within: (tx) => recordFoundChange(tx, { resource, astraId, wasTold, write: () => write(tx) }),
    };
  };
}
