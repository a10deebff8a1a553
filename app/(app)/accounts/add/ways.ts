import 'server-only';
import type { Way } from '@/components/way-links';
import { bankLinkProvider } from '@/lib/bank-link/bank-link-provider';
import { offersAccountEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';

/** Other ways to link an account than through Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  return [...(bankLinkProvider() ? [atTheBank] : []), ...(offersAccountEntry() ? [byNumber] : [])];
}

const atTheBank: Way = {
  href: '/accounts/add/bank',
  title: 'Sign in to your bank',
  detail: 'Choose the accounts at your bank itself. Their numbers never come to us.',
};

const byNumber: Way = {
  href: directEntryPages.account,
  title: 'By account and routing number',
  detail: 'Type them here. They go straight to Astra, past us.',
  reload: true,
};
