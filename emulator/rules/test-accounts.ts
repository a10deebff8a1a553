import type { assumptions } from '../contract';

/** An account number with a known behaviour. All are invented; Astra publishes none. */
export type TestAccount = {
  readonly accountNumber: string;
  readonly label: string;
  /** What it does, for people. */
  readonly behaviour: string;
  /** Why every debit of it fails. */
  readonly debitFailure?: (typeof assumptions.failureReasons)[number];
  /** The code with which its bank sends every payment back, after it was processed. */
  readonly returnCode?: string;
};

/** Every magic account number. Any other number works. */
export const testAccounts: readonly TestAccount[] = [
  returned('1000000101', 'R01', 'Insufficient funds'),
  returned('1000000202', 'R02', 'Account closed'),
  returned('1000000303', 'R03', 'No such account'),
  returned('1000001010', 'R10', 'Not authorized'),
  refused('1000000901', 'insufficient_funds', 'Empty'),
  refused('1000000902', 'account_closed', 'Closed'),
];

const ordinary: TestAccount = { accountNumber: '', label: 'Account', behaviour: 'Works.' };

/** The behaviour of an account number, leading zeros or not. */
export function behaviourOfAccount(accountNumber: string): TestAccount {
  const digits = accountNumber.replace(/^0+/, '');
  return testAccounts.find((account) => account.accountNumber === digits) ?? ordinary;
}

function returned(accountNumber: string, returnCode: string, label: string): TestAccount {
  const behaviour = `ACH payments from or to it are processed, then returned with ${returnCode}.`;
  return { accountNumber, label, behaviour, returnCode };
}

function refused(
  accountNumber: string,
  debitFailure: NonNullable<TestAccount['debitFailure']>,
  label: string,
): TestAccount {
  const behaviour = `Payments from it fail with ${debitFailure}.`;
  return { accountNumber, label, behaviour, debitFailure };
}
