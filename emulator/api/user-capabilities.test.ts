import { expect, test } from 'vitest';
import { addAccount, addPerson, addTestCard, moneyWorld } from '../testing/money-world';

const monday = '2026-11-23T18:00:00Z';

function person(capabilitiesLowered: boolean) {
  const here = moneyWorld({ start: monday });
  const { userId, auth } = addPerson(here, { capabilitiesLowered });
  const [card, other] = [addTestCard(here, userId), addTestCard(here, userId, '5108050000007075')];
  const [account, savings] = [addAccount(here, userId), addAccount(here, userId)];
  const payment = { type: 'one-time', name: 'Rent', amount: 5 };
  return {
    moveTo: here.moveTo,
    byCard: () =>
      here.call('POST', '/v1/routines', auth, {
        ...payment,
        payment_type: 'debit',
        source_id: card,
        destination_id: other,
      }),
    byAch: (preferred_settlement_speed: string) =>
      here.call('POST', '/v1/routines', auth, {
        ...payment,
        payment_type: 'ach',
        source_id: account,
        destination_id: savings,
        preferred_settlement_speed,
      }),
    toCard: (settlement_mode: string, client_correlation_id: string) =>
      here.call('POST', '/v1/routines/account-to-card', auth, {
        name: 'Payout',
        amount: 5,
        settlement_mode,
        client_correlation_id,
        source: { id: account },
        destination: { id: card, user_id: userId },
      }),
  };
}

test('a person with too many changes pays from card to card once a Pacific day', () => {
  const { byCard, moveTo } = person(true);
  expect(byCard().status).toBe(201);
  expect(byCard().status).toBe(403);
  moveTo('2026-11-24T07:59:00Z');
  expect(byCard().status).toBe(403);
  moveTo('2026-11-24T08:00:00Z');
  expect(byCard().status).toBe(201);
});

test('payments of other kinds do not push the payment of the day out of sight', () => {
  const { byCard, byAch } = person(true);
  expect(byCard().status).toBe(201);
  for (let made = 0; made < 60; made += 1) expect(byAch('T+4').status).toBe(201);
  expect(byCard().status).toBe(403);
});

test('a person with too many changes is paid from accounts as slowly as can be, and by net mode', () => {
  const { byAch, toCard } = person(true);
  expect(byAch('T+1').status).toBe(403);
  expect(byAch('T+4').status).toBe(201);
  expect(toCard('gross_debit', 'ABCD1234').status).toBe(403);
  expect(toCard('net_debit', 'ABCD1235').status).toBe(201);
});

test('everybody else is not limited', () => {
  const { byCard, byAch, toCard } = person(false);
  expect([byCard().status, byCard().status, byAch('T+1').status]).toEqual([201, 201, 201]);
  expect(toCard('gross_debit', 'ABCD1234').status).toBe(201);
});
