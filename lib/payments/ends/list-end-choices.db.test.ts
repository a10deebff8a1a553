import { expect, test } from 'vitest';
import { createAccount } from '@/testing/astra/accounts';
import { createCard, createPerson } from '@/testing/rows/people';
import { listEndChoices } from './list-end-choices';

test('people choose among their own cards and accounts, newest first, with the reasons against them', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await createCard(ben.id);
  await createCard(ann.id, { status: 'removed' });
  await createAccount(ann.id, { removedAt: new Date() });
  const bank = await createAccount(ann.id, { createdAt: new Date(0) });
  const flagged = await createCard(ann.id, { status: 'flagged', createdAt: new Date(0) });
  const good = await createCard(ann.id, { expirationDate: '12/34' });
  const [first, second, third, ...others] = await listEndChoices(ann.id);
  const nothing = { card: null, account: null };
  expect(others).toEqual([]);
  expect(first).toEqual({
    value: `card:${good.id}`,
    kind: 'card',
    label: 'Visa ending in 5556',
    detail: 'Expires 12/34',
    brand: 'visa',
    digits: '5556',
    balance: null,
    from: nothing,
    to: nothing,
  });
  const review = 'Astra is reviewing this card.';
  expect(second).toMatchObject({ value: `card:${flagged.id}`, to: { card: review } });
  expect(third).toMatchObject({
    value: `account:${bank.id}`,
    label: 'First Platypus Bank checking ending in 0000',
    balance: { availableCents: 250_000, at: bank.balanceAt, isOld: false },
    from: nothing,
    to: { card: expect.stringMatching(/added by their numbers/), account: null },
  });
});

test('what holds a direction back holds back all that would pay in it', async () => {
  const person = await createPerson();
  await createCard(person.id);
  await createAccount(person.id);
  const held = (direction: string) => (direction.endsWith('_card') ? 'Not today.' : null);
  for (const choice of await listEndChoices(person.id, held)) {
    expect(choice.from).toEqual({ card: 'Not today.', account: null });
  }
});
