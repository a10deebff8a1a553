import type { Way } from '@/components/way-links';
import { offersAccountEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';

/** Other ways to link an account than through Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  return offersAccountEntry() ? [byNumber] : [];
}

const byNumber: Way = {
  href: directEntryPages.account,
  title: 'By account and routing number',
  detail: 'Type them here. They go straight to Astra, past us.',
  reload: true,
};
