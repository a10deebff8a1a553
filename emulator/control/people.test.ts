import { expect, test } from 'vitest';
import { ask, control } from '../testing/control';
import { testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const most = { transfer_count_limit: null };
const least = { transfer_count_limit: 1 };

test('what a person may do is lowered and restored when told, and each is told by an event', async () => {
  const emulator = await testEmulator();
  const { auth, userId } = await onboard(emulator);
  const cardToCard = async () =>
    (await emulator.call('GET', `/v1/users/${userId}/capabilities`, { auth })).body['card_to_card'];
  const events = () =>
    emulator.receiver.ofType('user_updated').filter(({ event }) => event.resource_id === userId)
      .length;
  const before = events();

  expect(await cardToCard()).toEqual(most);
  await control(emulator, 'capabilities lower', { user: userId });
  expect(await cardToCard()).toEqual(least);
  await waitFor('the first event', () => events() === before + 1);
  expect((await ask(emulator, 'capabilities lower', { user: userId })).status).toBe(409);

  await control(emulator, 'capabilities restore', { user: userId });
  expect(await cardToCard()).toEqual(most);
  await waitFor('the second event', () => events() === before + 2);
  expect((await ask(emulator, 'capabilities restore', { user: userId })).status).toBe(409);
  expect((await ask(emulator, 'capabilities lower', { user: 'nobody' })).status).toBe(404);
});
