/** The two pages on which people type card and account numbers, to be sent past us. */
export const directEntryPages = {
  card: '/cards/add/by-number',
  account: '/accounts/add/by-number',
} as const;

/** Whether a page is one of the two, which alone may talk to Astra's secure host. */
export function isDirectEntryPage(pathname: string): boolean {
  return Object.values<string>(directEntryPages).includes(pathname);
}
