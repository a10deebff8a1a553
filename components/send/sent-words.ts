import type { PaymentStatus } from '@/lib/db/generated/client';

type SentWords = {
  tone: 'info' | 'caution' | 'critical';
  title: string;
  text: string;
  /** Nothing invites to another payment while nobody knows whether this one moves money. */
  offersAnother: boolean;
};

const undecided: SentWords = {
  tone: 'caution',
  title: 'This payment is being checked',
  text: 'Astra has not confirmed it yet. We are finding out whether it went through, usually within two minutes. Please don’t send it again: its page tells you when it is certain.',
  offersAnother: false,
};

const notSent: SentWords = {
  tone: 'critical',
  title: 'This payment was not sent',
  text: 'No money has moved.',
  offersAnother: true,
};

const words: Readonly<Record<PaymentStatus, SentWords>> = {
  sending: undecided,
  unknown: undecided,
  accepted: {
    tone: 'info',
    title: 'You have sent this payment',
    text: 'Astra has it, and its transfer is about to begin. Nothing sends it a second time.',
    offersAnother: true,
  },
  refused: notSent,
  not_executed: notSent,
};

/** How a payment without a transfer stands, on its own page and where its form was. */
export function sentWords(status: PaymentStatus): SentWords {
  return words[status];
}
