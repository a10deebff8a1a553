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
  text: 'We are finding out whether it went through. Please don’t send it again: its page tells you when it is certain.',
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
    text: 'Coming back here does not send it again.',
    offersAnother: true,
  },
  refused: notSent,
  not_executed: notSent,
};

/** What is said to somebody who comes back to a form that has already made its payment. */
export function sentWords(status: PaymentStatus): SentWords {
  return words[status];
}
