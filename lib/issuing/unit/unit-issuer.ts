import 'server-only';
import { outsideId, outsideText } from '@/lib/partner/outside-text';
import { type CardIssuer, CardRefusedError, type IssuedCard } from '../card-issuer';
import type { IssuedCardStatus } from '../issued-card-status';
import { findIssuerCustomer } from '../issuer-customers';
import { type UnitApi, UnitError } from './unit-api';
import type { UnitCard } from './unit-contract';

const name = 'unit';

/**
 * Unit, which gives its cards to Astra itself: the number never comes here. See
 * `docs/decisions/0019-issued-cards.md` for what is documented and what is not.
 */
export function unitIssuer(api: UnitApi): CardIssuer {
  return {
    name,
    customerOf: (userId) => findIssuerCustomer(name, userId),
    async listCards(customerId) {
      const cards = await api.listCards(customerId);
      return cards.filter((card) => isDebitCardOf(customerId, card)).map(toIssuedCard);
    },
    async handOver({ cardId, accessToken }) {
      try {
        return await api.enableCardToCard(cardId, accessToken);
      } catch (error) {
        if (!(error instanceof UnitError) || error.outcomeUnknown) throw error;
        throw new CardRefusedError({ isLikelyUnregistered: error.status === 400, cause: error });
      }
    },
  };
}

/** A filter that is misspelt, or not heeded, would show everybody's cards: so each one is checked. */
function isDebitCardOf(customerId: string, { type, relationships }: UnitCard): boolean {
  return type.endsWith('DebitCard') && relationships.customer?.data?.id === customerId;
}

function toIssuedCard({ id, attributes }: UnitCard): IssuedCard {
  const { bin, last4Digits, expirationDate, status, fullName } = attributes;
  const [year = '', month = ''] = expirationDate.split('-');
  return {
    id: outsideId(id),
    brand: brandOf(bin ?? ''),
    firstSix: /^\d{6}/.exec(bin ?? '')?.[0] ?? null,
    lastFour: last4Digits,
    expirationDate: `${month}/${year.slice(2)}`,
    status: statuses.get(status) ?? 'unknown',
    holderName: fullName ? outsideText(`${fullName.first} ${fullName.last}`) : null,
  };
}

/** Unit doesn't name the brand; the first digits do. */
function brandOf(bin: string): string | null {
  if (bin.startsWith('4')) return 'Visa';
  return /^(5[1-5]|2[2-7])/.test(bin) ? 'Mastercard' : null;
}

/** Source: https://unit.co/docs/api/cards/, "Card Statuses", and the OpenAPI description. */
const statuses: ReadonlyMap<string, IssuedCardStatus> = new Map([
  ['Active', 'active'],
  ['Inactive', 'inactive'],
  // Ordered and not yet in its holder's hands, but good for payments without the plastic.
  ['ActiveForOnlineUse', 'active'],
  ['Frozen', 'frozen'],
  ['Lost', 'lost'],
  ['Stolen', 'stolen'],
  ['SuspectedFraud', 'suspected_fraud'],
  ['ClosedByCustomer', 'closed'],
]);
