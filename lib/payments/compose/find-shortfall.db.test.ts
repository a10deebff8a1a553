import { expect, test } from 'vitest';
import { cents } from '@/lib/astra';
import type { Account } from '@/lib/db/generated/client';
import { createAccount } from '@/testing/astra/accounts';
import { cardOrder } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import type { PaymentOrder } from '../order/payment-order';
import { findShortfall } from './find-shortfall';

const now = new Date('2026-06-15T12:00:00Z');

/** What is short when $5.00 goes from an account like this to a card of the same person. */
async function shortOf(
  account: Partial<Account>,
  change: Partial<PaymentOrder> = {},
  pullCents: number | null = null,
) {
  const { id } = await createPerson();
  const source = { kind: 'account', id: (await createAccount(id, account)).id } as const;
  const order = cardOrder(undefined, undefined, { direction: 'account_to_card', source });
  const wanted = { ...order, amountCents: cents(500), ...change };
  return findShortfall(
    id,
    wanted,
    { pullCents: pullCents === null ? null : cents(pullCents) },
    now,
  );
}

test('more than an account is known to hold is a shortfall, and as much is none', async () => {
  const balanceAt = new Date('2026-06-15T08:00:00Z');
  expect(await shortOf({ availableBalanceCents: 500n })).toBeNull();
  expect(await shortOf({ availableBalanceCents: 499n, balanceAt })).toEqual({
    leavesCents: 500,
    balance: { availableCents: 499, currentCents: 250_000, at: balanceAt, isOld: false },
  });
});

test('our fee counts where it leaves the account too', async () => {
  expect(await shortOf({ availableBalanceCents: 500n }, {}, 510)).toMatchObject({
    leavesCents: 510,
  });
});

test('what is in the account counts where nobody tells what can be spent', async () => {
  const held = { availableBalanceCents: null, currentBalanceCents: 400n };
  expect(await shortOf(held)).toMatchObject({ leavesCents: 500 });
});

test('nothing is short that is not known, has no amount, or is debited from the reserve', async () => {
  const empty = { availableBalanceCents: 0n };
  expect(await shortOf({ availableBalanceCents: null, currentBalanceCents: null })).toBeNull();
  expect(await shortOf(empty, { amountCents: null })).toBeNull();
  expect(await shortOf(empty, { terms: { settlementMode: 'net_debit' } })).toBeNull();
});

test("another person's account tells nothing", async () => {
  const other = await createAccount((await createPerson()).id, { availableBalanceCents: 0n });
  expect(await shortOf({}, { source: { kind: 'account', id: other.id } })).toBeNull();
});
