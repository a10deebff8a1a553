import type { assumptions } from '@/lib/astra/contract';

type Reason = (typeof assumptions.failureReasons)[number];

const sentences = {
  insufficient_funds:
    'There was not enough money on the card you sent from. No money has moved; top it up and send again.',
  card_declined:
    'The bank declined the card. No money has moved. Ask the bank, or use another card.',
  account_closed: 'The account behind the card is closed. No money has moved. Use another card.',
  limit_exceeded:
    'This is more than the card may move at once or today. Try a smaller amount, or tomorrow.',
  network_unavailable:
    'The card network could not be reached. No money has moved. Please send it again later.',
} satisfies Record<Reason, string>;

/** The reasons come from Astra, and may be ones that nobody has thought of. */
const known: Readonly<Record<string, string>> = sentences;

/** Why a transfer failed, in words. A reason that we don't know is shown as Astra gives it. */
export function failureSentence(reason: string | null): string {
  if (!reason) return 'Astra gave no reason. No money has moved.';
  return Object.hasOwn(known, reason) ? String(known[reason]) : `Astra says: ${reason}`;
}
