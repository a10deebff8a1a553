import type { IssuedCardStatus } from './issued-card-status';

/** What may be shown of a card that we issued, and what it is recognised by at Astra. */
export type IssuedCard = {
  /** The issuer's id. */
  id: string;
  brand: string | null;
  /** The first six digits of its number, when the issuer tells them. */
  firstSix: string | null;
  lastFour: string;
  /** `MM/YY`; good to the end of that month. */
  expirationDate: string;
  status: IssuedCardStatus;
  holderName: string | null;
};

/** One card for Astra, by its ids. */
export type HandOver = {
  customerId: string;
  cardId: string;
  /** Of the person at Astra who gets the card. */
  accessToken: string;
};

/**
 * Whoever issues the debit cards of our program.
 *
 * There is no way to ask for a card's number, on purpose: most issuers keep it from us, and so
 * should those that need not. An issuer hands a card over to Astra in its own way, for instance by
 * doing it itself, and where the number passes through here it lives inside `handOver` alone.
 */
export type CardIssuer = {
  /** Stored beside the ids, which mean nothing at another issuer. */
  readonly name: string;
  /**
   * Who this person is to the issuer, by an id that was written down when they became its customer.
   * Never guessed by an e-mail address or a name, which may be somebody else's. Null for nobody.
   */
  customerOf(userId: string): Promise<string | null>;
  /** All debit cards of one customer, and of nobody else. */
  listCards(customerId: string): Promise<IssuedCard[]>;
  /**
   * Has Astra make a card of this person, once: it is never repeated by itself.
   *
   * @returns the new card's id at Astra.
   * @throws CardRefusedError when it is certain that nothing was made. After anything else that is
   * thrown the card may exist: read Astra's list.
   */
  handOver(order: HandOver): Promise<{ astraCardId: string }>;
};

/** The issuer or Astra refused a card, and nothing was made. */
export class CardRefusedError extends Error {
  override name = 'CardRefusedError';
  /** Astra knows our cards by their first digits, and those of a new program have to be told it. */
  readonly isLikelyUnregistered: boolean;

  constructor(options: { isLikelyUnregistered: boolean; cause?: unknown }) {
    super('The card was refused.', { cause: options.cause });
    this.isLikelyUnregistered = options.isLikelyUnregistered;
  }
}
