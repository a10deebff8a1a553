import type { SyncedResource } from '../resource-of';
import { handleAccount } from './account';
import { handleCard } from './card';
import type { Handler } from './handler';
import { handleRoutine } from './routine';
import { handleTransfer } from './transfer';
import { handleUser } from './user';
import { handleUserIntent } from './user-intent';

export const handlers: Readonly<Record<SyncedResource, Handler>> = {
  user_intent: handleUserIntent,
  user: handleUser,
  card: handleCard,
  account: handleAccount,
  routine: handleRoutine,
  transfer: handleTransfer,
};
