/** When a payment that is planned begins, by its day in words. */
export function startWords(day: string, repeats: boolean): string {
  return repeats ? `Begins on ${day}` : `On ${day}`;
}
