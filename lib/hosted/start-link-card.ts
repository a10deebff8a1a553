import 'server-only';
import { astra } from '@/lib/partner/astra';
import { startTrip } from './start-trip';

/**
 * The address of Astra's page for adding debit cards, for one trip. The card number is typed there
 * and never comes here.
 *
 * @param options.debitDirect goes straight to the form, for one card.
 * @throws UserFacingError when this person has to connect to Astra first, or Astra is silent.
 */
export async function startLinkCard(
  userId: string,
  { debitDirect = false }: { debitDirect?: boolean } = {},
): Promise<string> {
  return startTrip(userId, 'link_card', (traveller) =>
    astra().hostedPages.linkCardUrl({ ...traveller, debitDirect }),
  );
}
