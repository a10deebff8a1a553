import { cardWays, userWays } from '../rules/status-ways';
import { notFound, Problem } from '../server/problem';
import type { CardStatus, UserStatus } from '../state/rows';
import type { AccountRow } from '../state/rows-accounts';
import type { World } from '../world';
import { setConnectionStatus } from './accounts';
import { isCardInUse, setCardStatus } from './cards';
import { decideIntent, setUserStatus } from './identity';
import { setCapabilitiesLowered } from './profile-changes';
import { revokeTokens } from './tokens';
import { settleTransfer } from './transfers';

/*
 * What the person at the console does in Astra's place. Nothing happens here that could not happen at
 * Astra: each function refuses, in words, what the object's status does not allow.
 */

/** @throws Problem 404 for an unknown user, 409 for a status that cannot follow */
export function changeUser(world: World, userId: string, status: UserStatus): void {
  const user = found(world.store.users.get(userId));
  requireWay('user', userWays, user.status, status);
  setUserStatus(world, userId, status, [user.status]);
}

/** @throws Problem 404 for an unknown user, 409 when the capabilities are like that already */
export function changeCapabilities(world: World, userId: string, areLowered: boolean): void {
  const user = found(world.store.users.get(userId));
  if (Boolean(user.capabilitiesLowered) === areLowered) {
    throw refusal(`The capabilities of this user are ${areLowered ? 'lowered' : 'full'} already.`);
  }
  setCapabilitiesLowered(world, user, areLowered);
}

/** Ends the waiting for an intent's identity check. @throws Problem 404, 409 when it is over */
export function decideIntentNow(world: World, intentId: string): void {
  const intent = found(world.store.intents.get(intentId));
  if (intent.status !== 'pending') {
    throw refusal(`This user intent is ${words(intent.status)}: its identity check is over.`);
  }
  decideIntent(world, intentId);
}

/** @throws Problem 404 for an unknown user, 409 when there is nothing to take away */
export function revokeTokensOf(world: World, userId: string): void {
  const user = found(world.store.users.get(userId));
  if (revokeTokens(world, user.id) === 0) {
    throw refusal('This person has no tokens. They come with the exchange of a code.');
  }
}

/** @throws Problem 404; 409 for a status that cannot follow, or a card that is needed */
export function changeCard(world: World, cardId: string, status: CardStatus): void {
  const card = found(world.store.cards.get(cardId));
  requireWay('card', cardWays, card.status, status);
  if (status === 'removed' && isCardInUse(world, card)) {
    throw refusal('This card has active routines or pending transfers, so it cannot be removed.');
  }
  setCardStatus(world, card, status);
}

/** @throws Problem 404; 409 when the connection is like that already */
export function changeConnection(
  world: World,
  accountId: string,
  status: AccountRow['connectionStatus'],
): void {
  const account = found(world.store.accounts.get(accountId));
  if (account.connectionStatus === status) {
    throw refusal(`The connection of this account is in status ${status} already.`);
  }
  setConnectionStatus(world, account, status);
}

/** The networks answer now. @throws Problem 404; 409 unless the transfer is pending */
export function settleNow(world: World, transferId: string): void {
  const transfer = found(world.store.transfers.get(transferId));
  if (transfer.status !== 'pending') {
    throw refusal(`This transfer is ${transfer.status}: only a pending one can be settled.`);
  }
  settleTransfer(world, transferId);
}

function found<R>(row: R | undefined): R {
  if (row === undefined) throw notFound();
  return row;
}

function requireWay<Status extends string>(
  what: string,
  ways: Readonly<Record<Status, readonly Status[]>>,
  from: Status,
  to: Status,
): void {
  if (ways[from].includes(to)) return;
  if (from === to) throw refusal(`This ${what} is ${words(to)} already.`);
  throw refusal(`A ${what} that is ${words(from)} cannot become ${words(to)}.`);
}

function words(status: string): string {
  return status.replaceAll('_', ' ');
}

function refusal(text: string): Problem {
  return new Problem(409, text);
}
