import { percentOf } from './fees';
import { type Cents, centsOf } from './money';

/** What the amount of an automatic routine depends on. */
export type Occasion = {
  readonly type: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly amountCents: Cents | null;
  /** How many transfers there were before. */
  readonly runs: number;
  readonly sourceBalanceCents: Cents | null;
  readonly destinationBalanceCents: Cents | null;
  /** The purchase or deposit that sets it off; null when there is none. */
  readonly occasionCents: Cents | null;
};

/**
 * How much an automatic routine moves, or null when there is nothing to move: no purchase, no
 * deposit, a balance on the right side of its threshold, or a balance that nobody knows.
 */
export function triggerAmount(occasion: Occasion): Cents | null {
  const cents = amountOf(occasion);
  return cents === null || cents <= 0 ? null : cents;
}

function amountOf(occasion: Occasion): Cents | null {
  const { fields, occasionCents, sourceBalanceCents, destinationBalanceCents } = occasion;
  const threshold = centsOf(numberOf(fields['threshold']));
  switch (occasion.type) {
    case 'sweep':
      return sourceBalanceCents === null ? null : sourceBalanceCents - threshold;
    case 'refill':
      return destinationBalanceCents === null ? null : threshold - destinationBalanceCents;
    case 'percentage-balance':
      if (sourceBalanceCents === null) return null;
      return percentOf(sourceBalanceCents, numberOf(fields['percent_of_balance']));
    case 'percentage-based':
      return shareOfDeposit(fields, occasionCents);
    case 'round-up':
      return occasionCents === null ? null : (100 - (occasionCents % 100)) % 100;
    case 'fifty-two-week': {
      const increment = centsOf(numberOf(fields['amount_increment']));
      return centsOf(numberOf(fields['amount_start'])) + increment * occasion.runs;
    }
    default:
      return occasion.amountCents;
  }
}

function shareOfDeposit(fields: Occasion['fields'], depositCents: Cents | null): Cents | null {
  const least = centsOf(numberOf(fields['minimum_transaction_threshold']));
  if (depositCents === null || depositCents < least) return null;
  return percentOf(depositCents, numberOf(fields['percent_of_transaction']));
}

function numberOf(value: string | number | undefined): number {
  return typeof value === 'number' ? value : 0;
}
