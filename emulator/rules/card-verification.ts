/** The two small amounts on the statement of every card, in cents. Ours: Astra publishes nothing. */
export const verificationCents = [32, 45] as const;

/** Wrong tries after which a card cannot be verified any more. */
export const mostWrongAmounts = 3;

/** Cents from what people type: `32`, `0.32`, `$0.32`, `.32`. */
export function readCents(text: string): number | undefined {
  const match = /^(?:\$?0?\.)?(\d{2})$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]);
}

/** Whether these are the amounts, in either order. */
export function areTheAmounts(cents: readonly number[]): boolean {
  const sorted = (amounts: readonly number[]) => amounts.toSorted((a, b) => a - b).join(' ');
  return sorted(cents) === sorted(verificationCents);
}
