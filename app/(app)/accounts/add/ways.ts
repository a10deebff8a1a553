import 'server-only';
import type { Way } from '@/components/way-links';
import { bankLinkProvider } from '@/lib/bank-link/bank-link-provider';
import { offersAccountEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';

/** Other ways to link an account than through Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  const provider = bankLinkProvider();
  return [
    ...(provider ? [provider.name === 'plaid' ? throughPlaid : atSampleBank] : []),
    ...(offersAccountEntry() ? [byNumber] : []),
  ];
}

const throughPlaid: Way = {
  href: '/accounts/add/bank',
  title: 'Through Plaid',
  detail: 'Plaid signs you in to your bank. The numbers of the accounts never come to us.',
};

const atSampleBank: Way = {
  href: '/accounts/add/bank',
  title: 'At a sample bank',
  detail: 'It stands in for Plaid, because this app runs without Plaid’s keys.',
};

const byNumber: Way = {
  href: directEntryPages.account,
  title: 'By account and routing number',
  detail: 'Type them here. They go straight to Astra, past us.',
  reload: true,
};
