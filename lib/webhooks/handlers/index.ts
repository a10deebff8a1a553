import type { SyncedResource } from '../resource-of';
import { handleAccount } from './account';
import { handleCard } from './card';
import type { Handler } from './handler';
import { handleRoutine } from './routine';
import { handleTransfer } from './transfer';
import { handleUser } from './user';
import { handleUserIntent } from './user-intent';

/** A batch belongs to nobody, so it has no handler of this kind: see `batch.ts`. */
export const handlers: Readonly<Record<Exclude<SyncedResource, 'batch'>, Handler>> = {
  user_intent: handleUserIntent,
  user: handleUser,
  card: handleCard,
  account: handleAccount,
  routine: handleRoutine,
  transfer: handleTransfer,
};
