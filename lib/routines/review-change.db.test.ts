import { beforeEach, expect, test } from 'vitest';
import { createAccount } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine, createRoutine } from '@/testing/astra/routines';
import { forgetJobs } from '@/testing/jobs';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createPerson } from '@/testing/rows/people';
import { shownVersion, typedRoutine } from './changeable';
import { findRoutine } from './find-routine';
import { reviewChange } from './review-change';

process.env['DEBIT_FEE_PERCENT'] = '2';
const emulator = await useEmulator();
beforeEach(forgetJobs);

/** What somebody is shown who types this into the form of one of their routines. */
async function reviewOf(userId: string, routineAstraId: string, typed: Record<string, string>) {
  const routine = await findRoutine(userId, routineAstraId);
  if (!routine) throw new Error('There is no such routine.');
  const change = { routineAstraId, shown: shownVersion(routine) };
  return reviewChange(userId, { ...change, typed: { ...typedRoutine(routine), ...typed } });
}

const priced = () => emulator.proxy.calls('POST', '/v1/routines/preview');

test('another amount is priced at Astra with the fee that the routine was made with, and each amount is another thing to read', async () => {
  const { person, id } = await createKnownRoutine(emulator);
  await createPayment(person.user.id, { routineAstraId: id, feePercent: 1.25 });
  const review = await reviewOf(person.user.id, id, { amount: '80' });
  expect(review).toMatchObject({ direction: 'card_to_card', amountCents: 8000 });
  expect(review?.preview).toMatchObject({ feePercent: 1.25, customerFeeCents: 100 });
  expect(review?.preview.pullCents).toBeGreaterThanOrEqual(8000);
  const again = await reviewOf(person.user.id, id, { amount: '80.00' });
  expect(again?.seen).toBe(review?.seen);
  const other = await reviewOf(person.user.id, id, { amount: '81' });
  expect(other?.seen).not.toBe(review?.seen);
});

test('where nobody knows with which fee a routine was made, none is shown, and not the one of today', async () => {
  const { person, id } = await createKnownRoutine(emulator);
  const before = priced().length;
  const unknown = { pullCents: null, pushCents: null, customerFeeCents: null, feePercent: null };
  const review = await reviewOf(person.user.id, id, { amount: '80' });
  expect(review).toMatchObject({ amountCents: 8000, preview: unknown });
  await createPayment(person.user.id, { routineAstraId: id, feePercent: null });
  expect(await reviewOf(person.user.id, id, { amount: '80' })).toEqual(review);
  expect(priced()).toHaveLength(before);
});

test('from a card to an account, the fee is the percentage that the routine was made with', async () => {
  const { id: userId } = await createPerson();
  const [source, destination] = [await createCard(userId), await createAccount(userId)];
  const ends = { sourceAstraId: source.astraId, destinationAstraId: destination.astraId };
  const { astraId } = await createRoutine(userId, ends);
  const direction = 'card_to_account';
  await createPayment(userId, { routineAstraId: astraId, direction, feePercent: 1.25 });
  expect(await reviewOf(userId, astraId, { amount: '80' })).toMatchObject({
    direction,
    preview: { customerFeeCents: null, feePercent: 1.25 },
  });
});

test('between accounts what leaves is what arrives, without asking Astra', async () => {
  const { id: userId } = await createPerson();
  const [source, destination] = [await createAccount(userId), await createAccount(userId)];
  const ends = { sourceAstraId: source.astraId, destinationAstraId: destination.astraId };
  const { astraId } = await createRoutine(userId, ends);
  const before = priced().length;
  expect(await reviewOf(userId, astraId, { amount: '80' })).toMatchObject({
    direction: 'account_to_account',
    preview: { pullCents: 8000, pushCents: 8000, customerFeeCents: 0 },
  });
  expect(priced()).toHaveLength(before);
});

test('nothing is to be read where the amount stays, is wrong, or the ends are not known', async () => {
  const { person, id } = await createKnownRoutine(emulator);
  for (const typed of [{ amount: '5.00' }, { amount: '4,99' }, { name: 'Other' }]) {
    expect(await reviewOf(person.user.id, id, typed)).toBeNull();
  }
  const { astraId } = await createRoutine(person.user.id);
  expect(await reviewOf(person.user.id, astraId, { amount: '80' })).toBeNull();
});

test("somebody else's routine is not priced, nor one that changed since", async () => {
  const { person, id } = await createKnownRoutine(emulator);
  const change = { routineAstraId: id, shown: 'older', typed: { amount: '80' } };
  expect(await reviewChange(person.user.id, change)).toBeNull();
  expect(await reviewChange((await createPerson()).id, change)).toBeNull();
});
