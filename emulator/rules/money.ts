/** US cents, always an integer. Dollars exist only on the wire. */
export type Cents = number;

/** Cents of a wire amount that has at most two decimals. */
export function centsOf(dollars: number): Cents {
  return Math.round(dollars * 100);
}

/** For people: 499 is `$4.99`. */
export function formatDollars(cents: Cents): string {
  return `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** The wire amount: a JSON number of dollars. */
export function dollarsOf(cents: Cents): number {
  return cents / 100;
}
