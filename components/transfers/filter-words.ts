import type { TransferSource } from '@/lib/transfers/list/list-sources';
import type { filterParts, TransferStanding } from '@/lib/transfers/list/transfer-filter';

/** What a person narrows a list to, in a word. */
export const standingWords: Readonly<Record<TransferStanding, string>> = {
  pending: 'Pending',
  processed: 'Processed',
  failed: 'Failed',
  returned: 'Returned by a bank',
  disputed: 'Disputed',
  cancelled: 'Cancelled',
};

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** One part of a filter in words: "Until Nov 21, 2026". */
export function filterWords(
  { name, value }: ReturnType<typeof filterParts>[number],
  sources: readonly TransferSource[] | undefined,
): string {
  switch (name) {
    case 'status':
      return Object.entries(standingWords).find(([key]) => key === value)?.[1] ?? value;
    case 'source': {
      const source = sources?.find(({ astraId }) => astraId === value);
      return `From ${source?.label ?? 'something else'}`;
    }
    case 'routine':
      return 'Made by one routine';
    case 'from':
      return `Since ${day.format(new Date(value))}`;
    case 'to':
      return `Until ${day.format(new Date(value))}`;
    default:
      return `“${value}”`;
  }
}
