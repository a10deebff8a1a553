import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Cents } from '../money';
import { answeringClient, sent } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';
import type { Transfer } from './transfers';

describe('transfers', () => {
  const wire = {
    id: 't',
    status: 'processed',
    amount: 1234.0,
    initiated: '2020-09-15T15:12:04.746260',
    updated: null,
    failure_reason: null,
  };

  test('have cents and dates', async () => {
    const { astra } = answeringClient(200, wire);
    expect(await astra.transfers.get({ accessToken, id: 't' })).toEqual({
      id: 't',
      status: 'processed',
      amount_cents: 123_400,
      initiated: new Date('2020-09-15T15:12:04.746Z'),
      updated: null,
      estimated_clearing_date: null,
      failure_reason: null,
    });
    expectTypeOf<Transfer['amount_cents']>().toEqualTypeOf<Cents>();
    expectTypeOf<Transfer>().not.toHaveProperty('amount');
  });

  test('are listed by status and source', async () => {
    const scripted = answeringClient(200, { count: 1, transfers: [wire] });
    const list = scripted.astra.transfers.list({
      accessToken,
      status: 'pending',
      source_id: 'c&1',
    });
    expect((await list.firstPage()).items).toHaveLength(1);
    expect(sent(scripted).call).toBe(
      'GET https://api.example.com/v1/transfers?status=pending&source_id=c%261',
    );
  });

  test.each([4.995, -1, 'four', null, 1e21])('of %s are not guessed at', async (amount) => {
    const { astra } = answeringClient(200, { ...wire, amount });
    expect(await errorOf(astra.transfers.get({ accessToken, id: 't' }))).toMatchObject({
      kind: 'unexpected_response',
      requestId: 'req-1',
      message: expect.stringContaining('amount'),
    });
  });
});
