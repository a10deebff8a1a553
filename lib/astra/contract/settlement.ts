/** How fast money goes from account to account, the fastest first. */
export const settlementSpeeds = ['real-time', 'T+0', 'T+1', 'T+2', 'T+4'] as const;

/** `debit` is from card to card, `ach` from account to account; `ledger` is not explained. */
export const paymentTypes = ['ach', 'debit', 'ledger'] as const;

/**
 * How long the partner's reference may be: it travels in a field of the network's own, whose size
 * differs. Source: reference, "Routines" (addenda).
 */
export const correlationIdLimits = { debit: 8, ach: 80, instant: 140 } as const;

/** The longest reference that a routine of this kind can carry, in letters and digits. */
export function correlationIdLimit(routine: {
  payment_type?: string | undefined;
  preferred_settlement_speed?: string | undefined;
}): number {
  if (routine.payment_type === 'debit') return correlationIdLimits.debit;
  if (routine.preferred_settlement_speed === 'real-time') return correlationIdLimits.instant;
  return correlationIdLimits.ach;
}
