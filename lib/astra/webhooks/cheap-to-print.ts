/**
 * The largest event that Astra can send is about a person with 25 pairs of metadata, with keys of 64
 * characters and values of 256 emoji. Not escaped, those take 12,800 bytes more than UTF-16 has units;
 * and the whole event consists of some 130 pieces.
 */
const limits = { pieces: 1024, bytesBeyondUnits: 16 * 1024 };

/** A string, even one that never ends: to find that out again from each of its quotes takes for ever. */
const pieces = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[{,:]/g;

/**
 * Whether printing this JSON anew is little work, whoever sent it. One long text is; a multitude of small
 * pieces is not, whether they stand within each other or in a row.
 *
 * @param byteLength of the text in UTF-8.
 */
export function isCheapToPrint(text: string, byteLength: number): boolean {
  if (byteLength - text.length > limits.bytesBeyondUnits) return false;
  let found = 0;
  for (const _ of text.matchAll(pieces)) {
    found += 1;
    if (found > limits.pieces) return false;
  }
  return true;
}
