import type { Row } from '../../state/collection';
import type { Source } from './kind';

const pageSize = 50;
/** A filter looks through this many rows at a time, so that a page costs the same in any world. */
export const scanLimit = 1_000;

/** A part of a list. */
export type Scan<R extends Row> = {
  readonly rows: readonly R[];
  /** The row behind which the next part begins; null at the end. */
  readonly olderThan: string | null;
  readonly isPartial: boolean;
};

/** The newest rows behind `beforeId`; with `matches`, those of the next thousand that match. */
export function scan<R extends Row>(
  source: Source<R>,
  beforeId: string | undefined,
  matches?: (row: R) => boolean,
): Scan<R> {
  const limit = matches === undefined ? pageSize : scanLimit;
  const candidates = source.newest(limit + 1, beforeId);
  const rows: R[] = [];
  let looked = 0;
  for (const row of candidates.slice(0, limit)) {
    if (rows.length === pageSize) break;
    looked += 1;
    if (matches === undefined || matches(row)) rows.push(row);
  }
  const isPartial = looked < candidates.length;
  return { rows, isPartial, olderThan: isPartial ? (candidates[looked - 1]?.id ?? null) : null };
}
