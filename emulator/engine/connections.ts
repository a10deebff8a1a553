import type { World } from '../world';
import { setConnectionStatus } from './accounts';

/** The bank no longer lets Astra in: the person has to sign in there again. */
export function breakConnection(world: World, accountId: string): void {
  const account = world.store.accounts.get(accountId);
  if (account?.connectionStatus === 'connected') setConnectionStatus(world, account, 'error');
}

/** The person has signed in at the bank again. */
export function reconnectAccount(world: World, accountId: string): void {
  const account = world.store.accounts.get(accountId);
  if (account?.connectionStatus === 'error') setConnectionStatus(world, account, 'connected');
}
