import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { openHosted } from '../testing/hosted-link';
import { cardFields, onboard } from '../testing/person';
import { submit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const visa = '4000056655665556';
const waits = '4000220000009098';
const flagged = '4000000000001018';

test('a person sees the cards, removes one, and leaves with the state alone', async () => {
  const emulator = await testEmulator();
  const { auth, phone, cardIds } = await onboard(emulator, { cards: [visa] });
  const list = await openHosted(emulator, '/cards', { phone, state: 's' });
  expect(list.html).toContain('•••• 5556');
  const sure = await submit(list, 'Remove');
  expect(sure.heading).toContain('Remove Visa');
  const after = await submit(sure, 'Remove card');
  expect(after.html).toContain('Visa ending in 5556 is removed.');
  expect(after.html).toContain('You have no cards here.');
  const card = await emulator.call('GET', `/v1/cards/${cardIds[0]}`, { auth });
  expect(card.body.status).toBe('removed');
  expect((await submit(sure, 'Remove card')).html).toContain('You have no cards here.');
  await waitFor('card_updated', () => emulator.receiver.ofType('card_updated').length === 1);
  expect((await submit(after, 'Done')).left?.search).toBe('?state=s');
});

test('a card that is kept stays', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator, { cards: [visa] });
  const sure = await submit(await openHosted(emulator, '/cards', { phone }), 'Remove');
  expect((await submit(sure, 'Keep card')).html).toContain('•••• 5556');
});

test('a card with money on its way cannot be removed, and the page says why', async () => {
  const emulator = await testEmulator();
  const { auth, phone, cardIds } = await onboard(emulator, { cards: [visa, waits] });
  const [destination, source] = cardIds;
  const routine = await emulator.call('POST', '/v1/routines', {
    auth,
    json: {
      type: 'one-time',
      payment_type: 'debit',
      name: 'To myself',
      source_id: source,
      destination_id: destination,
      amount: 4.99,
    },
  });
  expect(routine.status).toBeLessThan(300);
  const list = await openHosted(emulator, '/cards', { phone });
  const sure = await submit(list, 'Remove');
  expect(sure.html).toContain('This card cannot be removed now');
  expect(sure.html).not.toContain('>Remove card</button>');
});

test('a card is added from the list, and cancelling that leads back to it', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator);
  const list = await openHosted(emulator, '/cards', { phone });
  const form = await submit(list, 'Add a card');
  expect((await submit(form, 'Cancel')).heading).toBe('Your cards');
  const again = await submit(list, 'Add a card');
  expect((await submit(again, 'Add card', cardFields())).html).toContain('•••• 5556');
});

test('a flagged card is usable again once its holder knows the two small amounts', async () => {
  const emulator = await testEmulator();
  const { auth, phone, cardIds } = await onboard(emulator, { cards: [flagged] });
  const card_id = cardIds[0] ?? '';
  const status = async () =>
    (await emulator.call('GET', `/v1/cards/${card_id}`, { auth })).body.status;
  await waitFor('the review', async () => (await status()) === 'flagged');
  const page = await openHosted(emulator, '/cards/verify', { phone, card_id, state: 's' });
  expect(page.html).toContain('$0.32 and $0.45');
  const empty = await submit(page, 'Verify card', { amount1: '.32', amount2: 'a lot' });
  expect(empty.html).toContain('Enter an amount such as 0.12.');
  expect(empty.html).toContain('value="a lot"');
  const wrong = await submit(page, 'Verify card', { amount1: '0.32', amount2: '0.46' });
  expect(wrong.html).toContain('These are not the two amounts.');
  const { left } = await submit(page, 'Verify card', { amount1: '45', amount2: '$0.32' });
  expect(left?.search).toBe('?state=s');
  expect(await status()).toBe('approved');
  const again = await openHosted(emulator, '/cards/verify', { phone, card_id });
  expect(again.heading).toBe('There is nothing to do here');
});

test('three wrong tries end the verification of a card, however often the page is opened', async () => {
  const emulator = await testEmulator();
  const { phone, cardIds } = await onboard(emulator, { cards: [visa] });
  const link = { phone, card_id: cardIds[0] ?? '' };
  for (let tries = 0; tries < 3; tries += 1) {
    const page = await openHosted(emulator, '/cards/verify', link);
    await submit(page, 'Verify card', { amount1: '0.01', amount2: '0.02' });
  }
  const page = await openHosted(emulator, '/cards/verify', link);
  expect(page.heading).toBe('Too many wrong amounts');
  expect((await submit(page, 'Return to Partner App')).left?.search).toBe('?error=access_denied');
});

test('somebody else’s card cannot be verified', async () => {
  const emulator = await testEmulator();
  const { cardIds } = await onboard(emulator, { cards: [visa] });
  const change = { phone: '+15557770001', email: 'other@example.com' };
  const { phone } = await onboard(emulator, { change });
  const link = { phone, card_id: cardIds[0] ?? '' };
  const page = await openHosted(emulator, '/cards/verify', link);
  expect(page.heading).toBe('This link is not for you');
});
