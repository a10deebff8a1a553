import type { Way } from '@/components/way-links';
import { offersCardEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';

/** The ways to add a card without Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  return offersCardEntry() ? [byNumber] : [];
}

const byNumber: Way = {
  href: directEntryPages.card,
  title: 'By its number',
  detail: 'Type it here. It goes straight to Astra, past us.',
  reload: true,
};
