import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Cents } from '../money';
import { answeringClient, basic, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf, jsonAnswer, scriptedClient } from '../testing/test-client';
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
    expectTypeOf<Transfer['amount_cents']>().toEqualTypeOf<Cents | null>();
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

  test.each([4.995, -1, 'four', null, undefined, 1e21])(
    'of %s are not guessed at, and cost no list its other entries',
    async (amount) => {
      const one = answeringClient(200, { ...wire, amount });
      const transfer = await one.astra.transfers.get({ accessToken, id: 't' });
      expect(transfer).toMatchObject({ id: wire.id, amount_cents: null });
      const { astra } = answeringClient(200, { count: 2, transfers: [{ ...wire, amount }, wire] });
      const { items } = await astra.transfers.list({ accessToken }).firstPage();
      expect(items).toMatchObject([{ amount_cents: null }, { amount_cents: expect.any(Number) }]);
    },
  );

  test.each(['cancelled', 'canceled'])('that were stopped are cancelled (%s)', async (status) => {
    const scripted = answeringClient(200, { ...wire, status });
    const transfer = await scripted.astra.transfers.cancel({ accessToken, id: 't' });
    expect(transfer.status).toBe('cancelled');
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/transfers/t/cancel',
      authorization: bearer,
      type: null,
      body: '',
    });
  });

  test('that can no longer be stopped say so', async () => {
    const { astra } = answeringClient(400, {
      code: 400,
      name: 'Bad Request',
      description: 'Late.',
    });
    expect(await errorOf(astra.transfers.cancel({ accessToken, id: 't' }))).toMatchObject({
      kind: 'invalid_request',
      description: 'Late.',
      outcomeUnknown: false,
    });
  });

  test('are not listed by a filter that Astra does not have', async () => {
    const scripted = answeringClient(200, { count: 0, transfers: [] });
    const status: 'pending' = JSON.parse('"returned"');
    for (const filter of [{ status }, { source_id: '' }, { colour: 'red' }]) {
      const list = scripted.astra.transfers.list({ accessToken, ...filter });
      expect(await errorOf(list.firstPage())).toMatchObject({ kind: 'invalid_request' });
    }
    expect(scripted.calls).toHaveLength(0);
  });

  test('keep their filter from page to page', async () => {
    const scripted = scriptedClient([
      jsonAnswer(200, { count: 1, transfers: [wire], cursor: 'x', more: true }),
      jsonAnswer(200, { count: 1, transfers: [{ ...wire, id: 'u' }] }),
    ]);
    const ids: string[] = [];
    const list = scripted.astra.transfers.list({ accessToken, status: 'failed', pageSize: 1 });
    for await (const { id } of list) ids.push(id);
    expect(ids).toEqual(['t', 'u']);
    expect(scripted.calls.map(({ url }) => new URL(url).search)).toEqual([
      '?status=failed&batch_size=1',
      '?status=failed&batch_size=1&cursor=x',
    ]);
  });

  test('tell a dispute with its own amounts and times, whichever sign they have', async () => {
    const chargeback = {
      cb_id: 'C999999V1234567890',
      action_status: 'Open - Merchant debited',
      dispute_status: 'Open',
      exception_settled_amount: -12.5,
      original_settled_amount: 12.5,
      exception_date: '2026-02-03T00:00:00',
      created: '2026-02-03T04:05:06.789012',
    };
    const { astra } = answeringClient(200, { ...wire, chargeback });
    const { chargeback: dispute } = await astra.transfers.get({ accessToken, id: 't' });
    expect(dispute).toMatchObject({
      cb_id: 'C999999V1234567890',
      dispute_status: 'Open',
      exception_settled_amount_cents: -1250,
      original_settled_amount_cents: 1250,
      exception_date: new Date('2026-02-03T00:00:00Z'),
      created: new Date('2026-02-03T04:05:06.789Z'),
      updated: null,
    });
  });

  test('of a kind that nobody has heard of are transfers all the same', async () => {
    const odd = { ...wire, status: 'reversed', routine_type: 'moonly', payment_type: 'pigeon' };
    const { astra } = answeringClient(200, odd);
    expect(await astra.transfers.get({ accessToken, id: 't' })).toMatchObject({
      status: 'reversed',
      routine_type: 'moonly',
      payment_type: 'pigeon',
    });
  });
});

describe('the parts of a transfer', () => {
  test('are listed leg by leg', async () => {
    const scripted = answeringClient(200, {
      count: 2,
      segments: [
        { id: 's1', type: 'pull', status: 'processed', amount: 5.05 },
        { id: 's2', type: 'push', status: 'canceled', amount: null },
      ],
    });
    const list = scripted.astra.transfers.listSegments({ accessToken, id: 't/1', pageSize: 2 });
    expect((await list.firstPage()).items).toMatchObject([
      { id: 's1', amount_cents: 505, status: 'processed' },
      { id: 's2', amount_cents: null, status: 'cancelled', initiated: null },
    ]);
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/transfers/t%2F1/segments?batch_size=2',
      authorization: bearer,
    });
  });

  test('were paid for by a batch, which is the partner’s and not a person’s', async () => {
    const scripted = answeringClient(200, {
      id: 'b',
      amount: 1234.56,
      created: '2026-02-03T04:05:06',
      transfers: ['t', 'u'],
    });
    expect(await scripted.astra.transfers.getBatch('b')).toMatchObject({
      amount_cents: 123_456,
      created: new Date('2026-02-03T04:05:06Z'),
      transfers: ['t', 'u'],
    });
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/batch_transfers/b',
      authorization: basic,
    });
  });
});
