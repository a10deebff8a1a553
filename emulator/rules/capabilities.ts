import type { UserRow } from '../state/rows';

/** What a person may do, as Astra names it. */
export type Capabilities = {
  readonly maxSettlementSpeed: 'real-time' | 'T+4';
  readonly accountToCard: boolean;
  /** A day; null for any number. */
  readonly cardToCardPerDay: number | null;
};

/** A lowered person drops to the lowest of all three. */
export function capabilitiesOf(user: Pick<UserRow, 'capabilitiesLowered'>): Capabilities {
  return user.capabilitiesLowered
    ? { maxSettlementSpeed: 'T+4', accountToCard: false, cardToCardPerDay: 1 }
    : { maxSettlementSpeed: 'real-time', accountToCard: true, cardToCardPerDay: null };
}
