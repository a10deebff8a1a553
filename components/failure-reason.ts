import type { assumptions } from '@/lib/astra/contract';
import { returnReason } from '@/lib/transfers/return-codes';

type Reason = (typeof assumptions.failureReasons)[number];

const sentences = {
  insufficient_funds:
    'There was not enough money where you sent it from. Top it up and send again.',
  card_declined: 'The bank declined the card. Ask the bank, or use another card.',
  account_closed: 'The account is closed. Use another card or account.',
  limit_exceeded:
    'This is more than may be moved at once or today. Try a smaller amount, or tomorrow.',
  network_unavailable: 'The payment network could not be reached. Please send it again later.',
} satisfies Record<Reason, string>;

/** The reasons come from Astra, and may be ones that nobody has thought of. */
const known: Readonly<Record<string, string>> = sentences;

/**
 * Why a transfer failed and where the money is now, in words. A reason that we don't know is shown
 * as Astra gives it.
 *
 * @param arrivedBefore whether the money had arrived, and was then taken back.
 */
export function failureSentence(reason: string | null, arrivedBefore: boolean): string {
  const where = arrivedBefore
    ? 'The money had arrived, and was taken back.'
    : 'The money did not arrive.';
  if (!reason) return `${where} Astra gave no reason.`;
  const returned = returnReason(reason);
  if (returned) {
    return `${where} ${returned.happened} ${returned.whatToDo} (The bank’s code is ${returned.code}.)`;
  }
  return `${where} ${Object.hasOwn(known, reason) ? known[reason] : `Astra says: ${reason}`}`;
}
