import type { assumptions } from '../contract';
import type { CardStatus } from '../state/rows';

/** A card number with a known behaviour. The numbers are invented, on bank numbers of the sandbox. */
export type TestCard = {
  readonly number: string;
  readonly label: string;
  /** What it does, for people. */
  readonly behaviour: string;
  /** The status that its review gives it, when that is not `approved`. */
  readonly reviewOutcome?: CardStatus;
  readonly pullEnabled?: false;
  readonly pushEnabled?: false;
  /** Transfers from it stay pending until the console's button settles them. */
  readonly settlesWhenTold?: true;
  /** Payments from it are disputed a moment after they are processed. */
  readonly opensChargeback?: true;
  /** Why every debit of it fails. */
  readonly debitFailure?: (typeof assumptions.failureReasons)[number];
};

/**
 * Every magic card number, and some ordinary ones. The first two appear in Astra's world; Astra
 * publishes no numbers for the rest, so those are the emulator's own.
 */
export const testCards: readonly TestCard[] = [
  { number: '4000056655665556', label: 'Visa debit', behaviour: 'Works.' },
  { number: '4242424242424242', label: 'Visa', behaviour: 'Works.' },
  { number: '5108050000007075', label: 'Mastercard debit', behaviour: 'Works.' },
  { number: '4403930000003031', label: 'Visa debit', behaviour: 'Works.' },
  {
    number: '4000220000009098',
    label: 'Waits for you',
    behaviour: 'Transfers from it stay pending until you settle them under Transfers.',
    settlesWhenTold: true,
  },
  {
    number: '4000000000001018',
    label: 'Flagged',
    behaviour: 'Approved at first; the review flags it a moment later.',
    reviewOutcome: 'flagged',
  },
  {
    number: '4000220000002028',
    label: 'Rejected',
    behaviour: 'Approved at first; the review rejects it a moment later.',
    reviewOutcome: 'rejected',
  },
  {
    number: '4000000000001117',
    label: 'Pull disabled',
    behaviour: 'Money can be sent to it, never taken from it.',
    pullEnabled: false,
  },
  {
    number: '4000220000002226',
    label: 'Push disabled',
    behaviour: 'Money can be taken from it, never sent to it.',
    pushEnabled: false,
  },
  {
    number: '4603690000004045',
    label: 'Insufficient funds',
    behaviour: 'Transfers from it fail with insufficient_funds.',
    debitFailure: 'insufficient_funds',
  },
  {
    number: '4758330000005055',
    label: 'Declined',
    behaviour: 'Transfers from it fail with card_declined.',
    debitFailure: 'card_declined',
  },
  {
    number: '4985030000006062',
    label: 'Over limit',
    behaviour: 'Transfers from it fail with limit_exceeded.',
    debitFailure: 'limit_exceeded',
  },
  {
    number: '5594300000009097',
    label: 'Closed',
    behaviour: 'Transfers from it fail with account_closed.',
    debitFailure: 'account_closed',
  },
  {
    number: '5200820000008084',
    label: 'Network down',
    behaviour: 'Transfers from it fail with network_unavailable.',
    debitFailure: 'network_unavailable',
  },
  {
    number: '4403930000007016',
    label: 'Disputes',
    behaviour: 'Transfers from it are processed, then disputed a moment later.',
    opensChargeback: true,
  },
];

/** What an ordinary number does: everything works. */
const ordinary: TestCard = { number: '', label: 'Card', behaviour: 'Works.' };

/** The behaviour of a number. */
export function behaviourOf(number: string): TestCard {
  return testCards.find((card) => card.number === number) ?? ordinary;
}
