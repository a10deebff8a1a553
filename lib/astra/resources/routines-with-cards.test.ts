import { describe, expect, test } from 'vitest';
import { cents } from '../money';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';
import type { AccountToCard, BookRoutine, CardToAccount } from './routine-requests';

const ends = { source: { id: 'from' }, destination: { id: 'to', user_id: 'u' } };
const wire = {
  id: 'r',
  status: 'active',
  amount: 4.99,
  ...ends,
  debit_fee_percent: 1,
  created: '2026-02-03T04:05:06',
};
const gross: AccountToCard = {
  name: 'Pay-out',
  amount_cents: cents(499),
  ...ends,
  settlement_mode: 'gross_debit',
  client_correlation_id: 'ABCD1234',
};
const { client_correlation_id: _, ...withoutReference } = gross;
const net: AccountToCard = { ...withoutReference, settlement_mode: 'net_debit' };

describe('from an account to a card', () => {
  test.each([gross, net])('money is sent with nested ends (%#)', async (routine) => {
    const scripted = answeringClient(201, wire);
    expect(await scripted.astra.routines.accountToCard({ accessToken, routine })).toMatchObject({
      id: 'r',
      amount_cents: 499,
      ...ends,
      created: new Date('2026-02-03T04:05:06Z'),
    });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/routines/account-to-card',
      authorization: bearer,
      type: 'application/json',
    });
    const { amount_cents: __, ...others } = routine;
    expect(JSON.parse(body)).toEqual({ ...others, amount: 4.99 });
  });

  test.each<[string, object]>([
    ['client_correlation_id', { client_correlation_id: undefined }],
    ['client_correlation_id', { client_correlation_id: 'ABCD123' }],
    ['client_correlation_id', { client_correlation_id: 'ABCD-123' }],
    ['settlement_mode', { settlement_mode: 'gross' }],
    ['destination.user_id', { destination: { id: 'to' } }],
    ['source.id', { source: { id: '' } }],
    ['amount_cents', { amount_cents: 4.99 }],
    ['debit_fee_percent', { debit_fee_percent: 101 }],
  ])('money is not sent with a wrong %s: %j', async (field, change) => {
    const scripted = answeringClient(201, wire);
    const routine: AccountToCard = { ...gross, ...change };
    const error = await errorOf(scripted.astra.routines.accountToCard({ accessToken, routine }));
    expect(error).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    expect(scripted.calls).toHaveLength(0);
  });
});

describe('from a card to an account', () => {
  const routine: CardToAccount = {
    name: 'Top-up',
    amount_cents: cents(499),
    ...ends,
    client_correlation_id: 'ABCD1234',
  };

  test('money is pulled with a reference and a day', async () => {
    const scripted = answeringClient(201, wire);
    await scripted.astra.routines.cardToAccount({
      accessToken,
      routine: { ...routine, start_date: '2026-02-02' },
    });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/routines/card-to-account',
      authorization: bearer,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual({
      name: 'Top-up',
      ...ends,
      client_correlation_id: 'ABCD1234',
      start_date: '2026-02-02',
      amount: 4.99,
    });
  });

  test.each(['', 'ABCD123', 'ABCD12345'])(
    'money is not pulled under the reference %j',
    async (client_correlation_id) => {
      const scripted = answeringClient(201, wire);
      const call = scripted.astra.routines.cardToAccount({
        accessToken,
        routine: { ...routine, client_correlation_id },
      });
      expect(await errorOf(call)).toMatchObject({
        fieldErrors: { client_correlation_id: [expect.any(String)] },
      });
      expect(scripted.calls).toHaveLength(0);
    },
  );
});

describe('between two payment instruments', () => {
  const routine: BookRoutine = {
    name: 'Reserve',
    amount_cents: cents(100_000_000),
    source_id: 'from',
    destination_id: 'to',
  };

  test('money is booked at once', async () => {
    const scripted = answeringClient(201, { id: 'r', transfer_id: 't' });
    const booked = await scripted.astra.routines.book({ accessToken, routine });
    expect(booked).toEqual({ id: 'r', transfer_id: 't' });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/routines/book',
      authorization: bearer,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual({
      name: 'Reserve',
      amount: 1_000_000,
      source_id: 'from',
      destination_id: 'to',
    });
  });

  test('money that was booked is not an error because its transfer has another name', async () => {
    const { astra } = answeringClient(201, { id: 'r', book_transfer_id: 't' });
    const booked = await astra.routines.book({ accessToken, routine });
    expect(booked.id).toBe('r');
    expect(booked.transfer_id).toBeUndefined();
  });
});
