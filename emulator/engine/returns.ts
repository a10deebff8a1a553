import { dayIn } from '../clock/zones';
import { bankMorning } from '../rules/ach-windows';
import { addBankingDays } from '../rules/banking-days';
import type { SegmentRow, TransferRow } from '../state/rows-money';
import type { World } from '../world';
import { returnTransfer } from './end-transfer';

/** How long banks take to send something back. */
const returnBankingDays = 2;

/** Plans the return of a leg that has settled, if its account is one that sends everything back. */
export function planReturn(world: World, transfer: TransferRow, leg: SegmentRow): void {
  if (!leg.type.startsWith('ach_') || codeOf(world, transfer, leg) === null) return;
  const nowMs = world.clock.now();
  const today = dayIn('America/New_York', nowMs);
  const dueMs = world.pace.achFollowsCalendar
    ? bankMorning(addBankingDays(today, returnBankingDays))
    : nowMs + world.pace.settlementMs;
  world.scheduler.planAt('return_transfer', leg.id, dueMs);
}

/** The bank sends it back. */
export function returnDueLeg(world: World, legId: string): void {
  const leg = world.store.segments.get(legId);
  const transfer = world.store.transfers.get(leg?.transferId ?? '');
  if (leg?.status !== 'processed' || transfer === undefined) return;
  const code = codeOf(world, transfer, leg);
  const isOpen = transfer.status === 'pending' || transfer.status === 'processed';
  if (code !== null && isOpen) returnTransfer(world, transfer, code);
}

function codeOf(world: World, transfer: TransferRow, leg: SegmentRow): string | null {
  const accountId = leg.type === 'ach_debit' ? transfer.sourceId : transfer.destinationId;
  return world.store.accounts.get(accountId)?.returnCode ?? null;
}
