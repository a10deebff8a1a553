import { expect, test } from 'vitest';
import { moneyWorld } from '../testing/money-world';
import { ledgerImbalance, moveMoney, outsideBank, partnerFees, recountLedger } from './ledger';

test('a change that makes or loses money is undone and names the amount', () => {
  const { world, inTransaction } = moneyWorld();
  const { balances } = world.store;
  const forge = () => inTransaction(() => balances.put({ id: partnerFees, cents: 5_00 }));
  expect(forge).toThrow("$5.00 came from nowhere in the emulator's ledger.");
  expect([balances.get(partnerFees), ledgerImbalance(world)]).toEqual([undefined, null]);
});

test('a recount finds balances that their entries do not explain', () => {
  const { world } = moneyWorld();
  const { balances, entries } = world.store;
  moveMoney(world, { from: outsideBank, to: partnerFees, cents: 7, reason: 'test' });
  expect(recountLedger(world)).toBeNull();
  const [entry] = entries.all();
  if (entry !== undefined) entries.put({ ...entry, cents: 8 });
  expect(ledgerImbalance(world)).toBeNull();
  expect(recountLedger(world)).toContain('its entries say');
  balances.delete(partnerFees);
  expect(ledgerImbalance(world)).toContain('$0.07 got lost');
});

test('parts of cents and amounts below zero do not move', () => {
  const { world } = moneyWorld();
  for (const cents of [0.5, -1, Number.NaN]) {
    const move = () => moveMoney(world, { from: outsideBank, to: partnerFees, cents, reason: '' });
    expect(move).toThrow('Cannot move');
  }
});
