/** An account of the bank that stands in. */
export type SampleAccount = {
  key: string;
  name: string;
  mask: string;
  subtype: 'checking' | 'savings';
  /** What is special about it, in words. */
  remark?: string;
  /** Makes a token as the emulator of Astra takes it, or as it refuses it. */
  processorToken: (unique: string) => string;
};

/** The bank's name at the emulator of Astra, which takes every token for one of its accounts. */
export const sampleBank = 'First Platypus Bank';

/**
 * As in Plaid's sandbox, everybody has the same accounts: names and last digits are those under
 * which the emulator of Astra shows what it makes of the tokens.
 */
export const sampleAccounts: readonly SampleAccount[] = [
  {
    key: 'checking',
    name: 'Plaid Checking',
    mask: '0000',
    subtype: 'checking',
    processorToken: (unique) => `processor-emulator-${unique}`,
  },
  {
    key: 'savings',
    name: 'Plaid Saving',
    mask: '1111',
    subtype: 'savings',
    processorToken: (unique) => `processor-emulator-savings-${unique}`,
  },
  {
    key: 'refused',
    name: 'Plaid Vault',
    mask: '2222',
    subtype: 'savings',
    remark: 'Astra refuses this one, so that you can see what that looks like.',
    processorToken: (unique) => `processor-elsewhere-${unique}`,
  },
];
