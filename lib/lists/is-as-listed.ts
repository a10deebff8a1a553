import { isDeepStrictEqual } from 'node:util';

/** Whether a row of ours shows what a list of Astra's shows now. */
export function isAsListed(
  columns: Record<string, unknown>,
  row: Record<string, unknown>,
): boolean {
  return Object.entries(columns).every(([name, value]) => isDeepStrictEqual(value, row[name]));
}
