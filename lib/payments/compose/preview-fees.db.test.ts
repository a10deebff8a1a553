import { assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { largestPayment } from '@/lib/money/parse-amount';
import { toCents } from '@/lib/money/to-cents';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { cardOrder } from '@/testing/rows/payments';
import { findEnds } from '../ends/find-ends';
import { paymentDirections } from '../order/payment-order';
import { previewFees } from './preview-fees';

process.env['DEBIT_FEE_PERCENT'] = '1.25';
const emulator = await useEmulator();
const amounts = integer({ min: 1, max: largestPayment }).map(toCents);

test('the fee that is shown is what lies between what leaves and what arrives, to the cent', async () => {
  const { user, cards } = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const ends = await findEnds(db(), user.id, cardOrder(cards[0], cards[1]));
  await assert(
    asyncProperty(amounts, async (amountCents) => {
      const order = cardOrder(cards[0], cards[1], { amountCents });
      const { pullCents, pushCents, customerFeeCents } = await previewFees(user.id, order, ends);
      const [pull, push, fee] = [Number(pullCents), Number(pushCents), Number(customerFeeCents)];
      expect(pull - push).toBe(fee);
      expect(Math.min(pull, push, fee)).toBeGreaterThanOrEqual(0);
      expect([pull, push]).toContain(amountCents);
      // Half a cent is rounded up: 1.25 percent of $0.40 is a cent, of $0.39 nothing.
      expect(fee).toBe(Math.floor((amountCents * 125 + 5_000) / 10_000));
    }),
    { numRuns: 30 },
  );
});

test('where nobody previews, what is shown is the whole amount, or the percentage alone', async () => {
  const others = paymentDirections.filter((direction) => direction !== 'card_to_card');
  const end = { kind: 'account', astraId: 'not asked', label: 'Account' } as const;
  const ends = { source: end, destination: end, destinationAstraUserId: 'not asked' };
  await assert(
    asyncProperty(constantFrom(...others), amounts, async (direction, amountCents) => {
      const order = cardOrder(undefined, undefined, { direction, amountCents });
      const isFree = direction === 'account_to_account' || direction === 'book';
      expect(await previewFees('nobody', order, ends)).toEqual({
        pullCents: isFree ? amountCents : null,
        pushCents: isFree ? amountCents : null,
        customerFeeCents: isFree ? 0 : null,
        astraFeeCents: null,
        estimatedSettlement: null,
        feePercent: isFree ? null : 1.25,
      });
    }),
  );
});
