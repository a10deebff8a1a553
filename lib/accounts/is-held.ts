/**
 * Which accounts can be held by us, as a condition on their rows. Of those that were added by their
 * numbers Astra asks us; of all others it asks a bank.
 */
export const isHeld = { origin: 'numbers', removedAt: null } as const;
