/** What Astra lets somebody do now. Null is unknown, or without a limit. */
export type Limits = {
  /** Between bank accounts: `real-time`, or `T+4` for four business days. */
  maxSettlementSpeed: string | null;
  /** Whether payments from a bank account reach a card before the bank has paid. */
  accountToCardEligible: boolean | null;
  /** From card to card; the days are Pacific ones. */
  cardPayments: { perDay: number; left: number; beginsAnewAt: Date } | null;
};

/** What people are told about their limits. */
export type LimitWords = {
  title: string;
  /** How many payments from card to card the day has; null when that is not limited. */
  cards: string | null;
  /** What is slower with bank accounts. */
  banks: string[];
  /** Why that may be, and what to do; null when nothing was lowered. */
  reason: string | null;
  /** When the next of them can go out; null if one can go out today, or none at all. */
  beginsAnewAt: Date | null;
};

const reason =
  'Astra does this to protect you, for example after you have changed your email address several times within a year. If this surprises you, write to our support.';

/**
 * Puts into words what Astra does not let somebody do. Null when there is nothing to know: nothing
 * was lowered, and no payment of the day is the last one.
 */
export function describeLimits(limits: Limits): LimitWords | null {
  const { cardPayments: cards } = limits;
  const lowered = isLowered(limits);
  const isUsedUp = cards?.left === 0;
  if (!lowered && !isUsedUp) return null;
  const beginsAnewAt = isUsedUp && cards.perDay > 0 ? cards.beginsAnewAt : null;
  return {
    title: beginsAnewAt
      ? 'No payments from card to card left today'
      : 'Astra has lowered your limits',
    cards: cards && (isUsedUp ? usedUpSentence(cards.perDay) : leftSentence(cards)),
    banks: lowered ? bankSentences(limits) : [],
    reason: lowered ? reason : null,
    beginsAnewAt,
  };
}

const slowest = 'T+4';

function bankSentences({ maxSettlementSpeed, accountToCardEligible }: Limits): string[] {
  const sentences: string[] = [];
  if (maxSettlementSpeed === slowest) {
    sentences.push('Payments between bank accounts take up to four business days.');
  }
  if (accountToCardEligible === false) {
    sentences.push('Payments from a bank account to a card wait until the bank has paid.');
  }
  return sentences;
}

/**
 * Astra lowers all three at once, to the least that there is. One alone may be what the program of
 * the partner allows everybody.
 */
function isLowered({ maxSettlementSpeed, accountToCardEligible, cardPayments }: Limits): boolean {
  return (
    cardPayments !== null &&
    cardPayments.perDay <= 1 &&
    accountToCardEligible !== true &&
    (maxSettlementSpeed === null || maxSettlementSpeed === slowest)
  );
}

/** How many payments from card to card the day has, and that all are made. */
export function usedUpSentence(perDay: number): string {
  if (perDay <= 0) return 'Astra does not let you send from card to card right now.';
  return perDay === 1
    ? 'Astra lets you send one payment a day from card to card, and you have sent today’s.'
    : `Astra lets you send ${perDay} payments a day from card to card, and you have sent them all today.`;
}

/** The same, and how many of them are left. */
export function leftSentence({ perDay, left }: { perDay: number; left: number }): string {
  return perDay === 1
    ? 'Astra lets you send one payment a day from card to card. You have not sent one yet today.'
    : `Astra lets you send ${perDay} payments a day from card to card. You have ${left} left today.`;
}
