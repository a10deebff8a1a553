import { assumptions } from '../contract';
import { returnCodes } from '../rules/return-codes';
import { notFound, Problem } from '../server/problem';
import type { TransferRow } from '../state/rows-money';
import type { World } from '../world';
import { failTransfer, returnTransfer } from './end-transfer';

/**
 * What a person at the console, or a test, may make happen to a transfer. Its settling now, its
 * dispute, and a transfer ahead of its day are `settleTransfer`, `openChargeback` and
 * `triggerRoutine`, which take ids themselves.
 */

/** A pending transfer fails now. @throws Problem when it is not pending, or does not exist */
export function failNow(world: World, transferId: string, reason: string): void {
  failTransfer(world, transferOf(world, transferId), reason);
}

/** A bank sends a payment by ACH back now. @throws Problem for a code that no bank uses */
export function returnNow(world: World, transferId: string, code: string): void {
  if (!assumptions.achReturnReason.test(code) || returnCodes[code] === undefined) {
    throw new Problem(400, `Use one of ${Object.keys(returnCodes).join(', ')}.`);
  }
  returnTransfer(world, transferOf(world, transferId), code);
}

function transferOf(world: World, id: string): TransferRow {
  const transfer = world.store.transfers.get(id);
  if (transfer === undefined) throw notFound();
  return transfer;
}
