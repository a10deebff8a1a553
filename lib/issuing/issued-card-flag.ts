/**
 * What Astra is told of a card that we issued, in `POST /v1/cards`.
 *
 * Its documents disagree. The guide "Onboarding Personal Users", the newer one, has `true` for a
 * client-issued card; the reference has `false`, the default, and `true` for cards that people bring.
 * We follow the guide. In both, the card's first digits (its BIN) have to be registered with Astra:
 * ask before you go live, and correct it here.
 */
export const issuedCardFlag = { added_by_user: true } as const;
