import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answeringClient, basic, sent } from '../testing/answering-client';

const wire = {
  id: '1010cf30-e150-448e-8a08-bd8537eeaa50',
  account_number: '987654321012',
  routing_number: '222222226',
  available_balance: -0.01,
  current_balance: 50_000,
  updated: '2026-02-03T04:05:06.789012',
};

describe('a payment instrument', () => {
  test('is the partner’s own and has balances in cents', async () => {
    const scripted = answeringClient(200, wire);
    expect(await scripted.astra.paymentInstruments.get(wire.id)).toEqual({
      id: wire.id,
      account_number: '987654321012',
      routing_number: '222222226',
      available_balance_cents: -1,
      current_balance_cents: 5_000_000,
      updated: new Date('2026-02-03T04:05:06.789Z'),
    });
    expect(sent(scripted)).toMatchObject({
      call: `GET https://api.example.com/v1/payment_instruments/${wire.id}`,
      authorization: basic,
    });
  });

  test('does not show its number when it is printed, alone or in a list', async () => {
    const one = await answeringClient(200, wire).astra.paymentInstruments.get(wire.id);
    const { astra } = answeringClient(200, { count: 1, payment_instruments: [wire] });
    const page = await astra.paymentInstruments.list().firstPage();
    expect(page.items[0]?.account_number).toBe('987654321012');
    const printed = inspect([one, page], { depth: 9, showHidden: true });
    expect(printed).not.toContain('987654321012');
    expect(printed).toContain(wire.id);
  });

  test('is listed without anybody’s token', async () => {
    const scripted = answeringClient(200, { count: 0, payment_instruments: [] });
    await scripted.astra.paymentInstruments.list({ pageSize: 7 }).firstPage();
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/payment_instruments?batch_size=7',
      authorization: basic,
    });
  });
});
