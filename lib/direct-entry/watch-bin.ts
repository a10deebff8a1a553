import { hasFittingLength, passesLuhn } from './card-number';

/** So many first digits name a card's bank; only they are looked up. */
const binLength = 6;

/** What is known of a number while it is typed. */
export type BinWatch = {
  digits: string;
  /** The first digits, once they may be looked up; `''` until then. */
  bin: string;
  /** Nothing more is looked up until the field is emptied. */
  isClosed: boolean;
};

export const emptyField: BinWatch = { digits: '', bin: '', isClosed: false };

/**
 * Decides which digits of a card's number may be looked up by our server: its first six, and once.
 * The first six of what stands in a field are not the first six of the number after somebody has
 * deleted digits at its front; looked up again and again, they would give the whole number away.
 *
 * So they are only taken from a number that was typed from its beginning or came whole, and after
 * that nothing is until the field was empty.
 */
export function watchBin(before: BinWatch, digits: string): BinWatch {
  if (digits === '') return emptyField;
  if (before.isClosed) return { ...before, digits };
  const isTypedOn = digits.startsWith(before.digits);
  const isCutAtEnd = before.digits.startsWith(digits);
  if (digits.length < binLength) {
    return { digits, bin: '', isClosed: !isTypedOn && !isCutAtEnd };
  }
  const isSixth =
    isTypedOn && digits.length === binLength && before.digits.length === binLength - 1;
  const cameWhole = before.digits === '' && hasFittingLength(digits) && passesLuhn(digits);
  return { digits, bin: isSixth || cameWhole ? digits.slice(0, binLength) : '', isClosed: true };
}
