import { testAccounts } from './test-accounts';

/** An account that a bank shows to whoever signs in. */
export type BankAccount = {
  readonly number: string;
  readonly name: string;
  readonly subtype: 'checking' | 'savings';
};

/** What somebody signs in to a bank of the sandbox with. */
export type BankLogin = {
  readonly username: string;
  readonly password: string;
  /** What it does, for people. */
  readonly behaviour: string;
  readonly accounts: readonly BankAccount[];
  /** The connection of what is linked by it breaks a moment later. */
  readonly breaks?: true;
};

const usual: readonly BankAccount[] = [
  { number: '1111222233330000', name: 'Plaid Checking', subtype: 'checking' },
  { number: '1111222233331111', name: 'Plaid Saving', subtype: 'savings' },
];

const password = 'pass_good';

/** The first is Plaid’s, with its two accounts; the others are the emulator's own. */
export const bankLogins: readonly BankLogin[] = [
  {
    username: 'user_good',
    password,
    behaviour: 'A checking and a savings account, the same at every bank.',
    accounts: usual,
  },
  {
    username: 'user_returns',
    password,
    behaviour: 'A checking account for each account number that makes a payment fail or come back.',
    accounts: testAccounts.map(({ accountNumber, label }) => ({
      number: accountNumber,
      name: label,
      subtype: 'checking',
    })),
  },
  {
    username: 'user_breaks',
    password,
    behaviour: 'The usual accounts; a moment after linking, their connection breaks.',
    accounts: usual,
    breaks: true,
  },
];

/** The login with this name and password. */
export function findLogin(username: string, typed: string): BankLogin | undefined {
  return bankLogins.find((one) => one.username === username && one.password === typed);
}
