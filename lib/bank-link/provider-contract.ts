import { expect, test } from 'vitest';
import type { BankLinkProvider, BankTrip } from './provider';

/** A provider, and what a person does on its page. */
export type ProviderUnderTest = {
  provider: BankLinkProvider;
  /** Leaves the page with nothing. */
  leave: (reference: string) => Promise<unknown>;
  /** Shares a checking account, or that and a savings account. */
  share: (reference: string, count: 1 | 2) => Promise<unknown>;
  /** Lets so much time pass that the page is closed. */
  expire: (reference: string) => Promise<void>;
};

/** Who sets out on all of these trips. */
export const contractUserId = '0190c0de-0000-7000-8000-000000000000';

/** What the app relies on, whoever the provider is. Call it at the top of a test file. */
export function describeProvider(underTest: () => ProviderUnderTest): void {
  const returnUrl = 'http://localhost:3000/api/bank-link/callback/some-state';
  const start = () => underTest().provider.start({ userId: contractUserId, returnUrl });
  const finish = (reference: string) => underTest().provider.finish({ reference });

  test('each trip has an address and a name of its own', async () => {
    const [one, two] = [await start(), await start()];
    for (const { url } of [one, two]) expect(URL.canParse(url)).toBe(true);
    expect(one.url).not.toBe(two.url);
    expect(one.reference).not.toBe(two.reference);
  });

  test('a trip that nobody has ended is waited for, however often one asks', async () => {
    const { reference } = await start();
    expect(await finish(reference)).toBe('waiting');
    expect(await finish(reference)).toBe('waiting');
  });

  test('somebody who leaves has shared nothing', async () => {
    const { reference } = await start();
    await underTest().leave(reference);
    expect(await finish(reference)).toBe('left');
  });

  test('an account that was shared has a name, its last digits, a kind, and a token for Astra', async () => {
    const { reference } = await start();
    await underTest().share(reference, 1);
    expect(accountsOf(await finish(reference))).toEqual([
      {
        name: expect.stringMatching(/\w/),
        mask: expect.stringMatching(/^\d{4}$/),
        subtype: 'checking',
        institutionId: expect.stringMatching(/\w/),
        processorToken: expect.stringMatching(/^processor-/),
      },
    ]);
  });

  test('each of several accounts has a token of its own', async () => {
    const { reference } = await start();
    await underTest().share(reference, 2);
    const accounts = accountsOf(await finish(reference));
    expect(accounts.map(({ subtype }) => subtype)).toEqual(['checking', 'savings']);
    expect(new Set(accounts.map(({ processorToken }) => processorToken)).size).toBe(2);
  });

  test('one trip knows nothing of another', async () => {
    const [ann, ben] = [await start(), await start()];
    await underTest().share(ann.reference, 1);
    expect(await finish(ben.reference)).toBe('waiting');
    await underTest().leave(ben.reference);
    expect(accountsOf(await finish(ann.reference))).toHaveLength(1);
  });

  test('a trip that took too long was left', async () => {
    const { reference } = await start();
    await underTest().expire(reference);
    expect(await finish(reference)).toBe('left');
  });
}

function accountsOf(trip: BankTrip) {
  if (typeof trip === 'string') throw new Error(`The trip is ${trip}.`);
  return trip.accounts;
}
