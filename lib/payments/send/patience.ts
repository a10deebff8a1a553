/**
 * For the transactions on a payment's way. While forms of one person wait for each other, later ones
 * wait this long for a connection; so does what Astra has just answered.
 */
export const patience = { maxWait: 5_000 };
