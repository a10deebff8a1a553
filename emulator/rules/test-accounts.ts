import type { assumptions } from '../contract';

/** An account number with a known behaviour. Invented: Astra publishes none. */
export type TestAccount = {
  readonly number: string;
  readonly label: string;
  /** What it does, for people. */
  readonly behaviour: string;
  readonly debitFailure?: (typeof assumptions.failureReasons)[number];
  /** With which code ACH entries come back after they were processed. */
  readonly returnCode?: string;
};

/** Every magic account number; any other one works. */
export const testAccounts: readonly TestAccount[] = [
  {
    number: '1000000001',
    label: 'Insufficient funds',
    behaviour: 'ACH from it is processed and comes back with R01.',
    returnCode: 'R01',
  },
  {
    number: '1000000002',
    label: 'Account closed',
    behaviour: 'ACH from or to it is processed and comes back with R02.',
    returnCode: 'R02',
  },
  {
    number: '1000000003',
    label: 'No account',
    behaviour: 'ACH from or to it is processed and comes back with R03.',
    returnCode: 'R03',
  },
  {
    number: '1000000010',
    label: 'Unauthorized',
    behaviour: 'ACH from it is processed and comes back with R10.',
    returnCode: 'R10',
  },
  {
    number: '1000000099',
    label: 'Refused',
    behaviour: 'Debits of it fail at once with account_closed.',
    debitFailure: 'account_closed',
  },
];

/** The behaviour of a number; leading zeros do not count. */
export function accountBehaviourOf(number: string): Partial<TestAccount> {
  const bare = number.replace(/^0+/, '');
  return testAccounts.find((account) => account.number === bare) ?? {};
}
