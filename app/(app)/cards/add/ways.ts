import 'server-only';
import type { Way } from '@/components/way-links';
import { brand } from '@/lib/brand';
import { offersCardEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';
import { currentIssuer } from '@/lib/issuing/current-issuer';

/** The ways to add a card without Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  return [...(currentIssuer() ? [issuedCard] : []), ...(offersCardEntry() ? [byNumber] : [])];
}

const issuedCard: Way = {
  href: '/cards/add/issued',
  title: `Add a ${brand.name} card`,
  detail: 'A card that we issued to you. There is no number to type.',
};

const byNumber: Way = {
  href: directEntryPages.card,
  title: 'By its number',
  detail: 'Type it here. It goes straight to Astra, past us.',
  reload: true,
};
