import { expect, test } from 'vitest';
import { createCard, createPerson } from '@/testing/people';
import { listCardChoices } from './list-card-choices';

test('a payment is offered the owner’s cards, those with a reason against them too, and none that was removed', async () => {
  const [owner, other] = [await createPerson(), await createPerson()];
  const good = await createCard(owner.id, { expirationDate: '12/34' });
  const flagged = await createCard(owner.id, { status: 'flagged' });
  const sendsOnly = await createCard(owner.id, { pushEnabled: false });
  const expired = await createCard(owner.id, { expirationDate: '01/26' });
  await createCard(owner.id, { status: 'removed' });
  await createCard(other.id);

  const shown = { brand: 'visa', lastFour: '5556', status: 'approved', isExpired: false };
  const none = { canPull: false, canPush: false };
  expect(await listCardChoices(owner.id)).toEqual([
    { ...shown, id: expired.id, expires: '01/26', isExpired: true, ...none },
    { ...shown, id: sendsOnly.id, expires: null, canPull: true, canPush: false },
    { ...shown, id: flagged.id, expires: null, status: 'flagged', ...none },
    { ...shown, id: good.id, expires: '12/34', canPull: true, canPush: true },
  ]);
});

test('of five hundred cards every one is offered', async () => {
  const owner = await createPerson();
  await Promise.all(Array.from({ length: 500 }, () => createCard(owner.id)));
  expect(await listCardChoices(owner.id)).toHaveLength(500);
});
