/** Whether a line of an address is a post office box, where nobody lives. */
export function isPostOfficeBox(line: string): boolean {
  return /\bp\.?\s*o\.?\s*box\b/i.test(line);
}
