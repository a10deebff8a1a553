import 'server-only';
import { AstraError, AstraInvalidRequestError } from '@/lib/astra';
import { astra } from '@/lib/partner/astra';
import { type CardIssuer, CardRefusedError, type HandOver } from '../card-issuer';
import { issuedCardFlag } from '../issued-card-flag';
import { cardHolder, ledgerCards } from './ledger';

/**
 * An issuer that exists only beside the emulator: everybody is its customer, with five cards.
 *
 * It also shows the way of a program that holds its cards' numbers itself and sends them from its
 * server, by `POST /v1/cards` of Astra's secure host. Such a server is in scope of PCI DSS in full.
 */
export const standInIssuer: CardIssuer = {
  name: 'stand_in',
  customerOf: async (userId) => userId,
  listCards: async (customerId) =>
    // Each field by its name, so that what is added to the ledger later doesn't show by itself.
    ledgerCards(customerId).map(({ id, brand, number, expirationDate, status }) => ({
      id,
      brand,
      firstSix: number.slice(0, 6),
      lastFour: number.slice(-4),
      expirationDate,
      status,
      holderName: `${cardHolder.first_name} ${cardHolder.last_name}`,
    })),
  handOver,
};

async function handOver({ customerId, cardId, accessToken }: HandOver) {
  const card = ledgerCards(customerId).find(({ id }) => id === cardId);
  if (!card) throw new CardRefusedError({ isLikelyUnregistered: false });
  try {
    const { id: astraCardId } = await astra().cards.create({
      accessToken,
      card: {
        ...cardHolder,
        ...issuedCardFlag,
        card_number: card.number,
        card_security_code: card.securityCode,
        expiration_date: card.expirationDate,
      },
    });
    return { astraCardId };
  } catch (error) {
    if (!(error instanceof AstraError) || error.outcomeUnknown) throw error;
    throw new CardRefusedError({ isLikelyUnregistered: isAboutTheWhole(error), cause: error });
  }
}

/** How Astra says that a range is not registered is not documented; it can't be about one field. */
function isAboutTheWhole(error: AstraError): boolean {
  if (!(error instanceof AstraInvalidRequestError)) return false;
  return Object.keys(error.fieldErrors).every((field) => field === 'card_number');
}
