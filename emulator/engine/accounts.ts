import { behaviourOfAccount } from '../rules/test-accounts';
import type { AccountRow } from '../state/rows-accounts';
import { hexSignature } from '../webhooks/sign';
import type { World } from '../world';
import { resumeForAccount, stopForAccount } from './routines';
import { addTransactions } from './transactions';

/** An account as it is handed in. The number goes no further than `addAccount`. */
export type NewAccount = {
  readonly number: string;
  readonly routingNumber: string;
  readonly name: string;
  readonly subtype: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly madeBy: AccountRow['madeBy'];
};

/** What a linked account starts with: $2,500.00. */
const openingBalanceCents = 250_000;

/** Adds an account to a user. Those made by number have no balance: no bank tells about them. */
export function addAccount(world: World, userId: string, account: NewAccount): AccountRow {
  const { number, ...rest } = account;
  const behaviour = behaviourOfAccount(number);
  const nowMs = world.clock.now();
  const balanceCents = account.madeBy === 'number' ? null : openingBalanceCents;
  const row = world.store.accounts.put({
    ...rest,
    id: `astra_generic_${world.random.hex(32)}`,
    userId,
    officialName: `${account.institutionName} ${account.subtype}`,
    nickname: null,
    mask: number.slice(-4),
    fingerprint: fingerprintOf(world, account),
    type: 'depository',
    connectionStatus: 'connected',
    currentBalanceCents: balanceCents,
    availableBalanceCents: balanceCents,
    lastBalanceUpdateMs: balanceCents === null ? null : nowMs,
    debitFailure: behaviour.debitFailure ?? null,
    returnCode: behaviour.returnCode ?? null,
    createdMs: nowMs,
    history: [{ status: 'connected', atMs: nowMs }],
  });
  if (account.madeBy === 'number') world.scheduler.plan('ask_balance', row.id, 0);
  else addTransactions(world, row);
  return row;
}

/** The user's account with the same number at the same bank. */
export function sameAccount(world: World, userId: string, account: NewAccount) {
  return world.store.accounts.latest('place', `${userId} ${fingerprintOf(world, account)}`);
}

function fingerprintOf({ client }: World, account: NewAccount): string {
  const { routingNumber, number, subtype } = account;
  return hexSignature(`${routingNumber} ${number} ${subtype}`, client.clientId);
}

/** The bank wants a new log-in, or has got one. No webhook about accounts is documented. */
export function setConnectionStatus(
  world: World,
  account: AccountRow,
  connectionStatus: AccountRow['connectionStatus'],
): void {
  const history = [...account.history, { status: connectionStatus, atMs: world.clock.now() }];
  world.store.accounts.put({ ...account, connectionStatus, history });
  if (connectionStatus === 'error') stopForAccount(world, account.id);
  else resumeForAccount(world, account.id);
}
