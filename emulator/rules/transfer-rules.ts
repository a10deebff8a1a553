import { assumptions } from '../contract';
import { Problem } from '../server/problem';
import type { SegmentRow, TransferRow } from '../state/rows-money';

/** Why a transfer can no longer be cancelled, or null while it can. */
export function cancelFault(
  transfer: TransferRow,
  legs: readonly SegmentRow[],
  nowMs: number,
): string | null {
  if (transfer.status !== 'pending') return `The transfer is ${transfer.status} already.`;
  if (legs.some((leg) => leg.status !== 'pending')) return 'Money has moved already.';
  if (transfer.cancelBeforeMs !== null && nowMs >= transfer.cancelBeforeMs) {
    return 'It has been handed to the banks; their cut-off has passed.';
  }
  return null;
}

export function refusedCancel(fault: string): Problem {
  return new Problem(
    assumptions.refusedCancel.status,
    `The transfer cannot be cancelled. ${fault}`,
  );
}

/** For whoever steers the emulator by hand. */
export function refusedFailure(status: string): Problem {
  return new Problem(400, `A transfer that is ${status} cannot fail in this way.`);
}
