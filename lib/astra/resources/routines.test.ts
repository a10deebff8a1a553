import { describe, expect, test } from 'vitest';
import { cents } from '../money';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, aRoutine, errorOf, jsonAnswer, scriptedClient } from '../testing/test-client';
import type { CreateRoutine, PreviewRoutine, UpdateRoutine } from './routine-requests';

describe('a preview', () => {
  const routine: PreviewRoutine = {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Lunch',
    source_id: 'card-1',
    destination_id: 'card-2',
    amount_cents: cents(1999),
    customer_debit_fee_percent_override: 1.25,
  };

  test('tells every part of the price in cents', async () => {
    const scripted = answeringClient(201, {
      id: 'p',
      astra_fee: 0.3,
      customer_fee: 0.25,
      pull_amount: 20.24,
      push_amount: 19.99,
      source: 'card-1',
      destination: 'card-2',
      routine_type: 'one-time',
      created: '2026-02-03T04:05:06.789012',
    });
    expect(await scripted.astra.routines.preview({ accessToken, routine })).toEqual({
      id: 'p',
      astra_fee_cents: 30,
      customer_fee_cents: 25,
      pull_amount_cents: 2024,
      push_amount_cents: 1999,
      source: 'card-1',
      destination: 'card-2',
      routine_type: 'one-time',
      created: new Date('2026-02-03T04:05:06.789Z'),
    });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/routines/preview',
      authorization: bearer,
      type: 'application/json',
    });
    const { amount_cents: _, ...others } = routine;
    expect(JSON.parse(body)).toEqual({ ...others, amount: 19.99 });
  });

  test('guesses at no amount that is not exact cents, or absent, and tells the others', async () => {
    const fees = { astra_fee: 0.3, customer_fee: 0.062375, pull_amount: 20.24 };
    const { astra } = answeringClient(201, { id: 'p', ...fees });
    expect(await astra.routines.preview({ accessToken, routine })).toMatchObject({
      astra_fee_cents: 30,
      customer_fee_cents: null,
      pull_amount_cents: 2024,
      push_amount_cents: null,
    });
  });
});

describe('a routine of a kind', () => {
  const ach = { ...aRoutine, payment_type: 'ach', client_correlation_id: undefined } as const;

  test.each<[CreateRoutine, object]>([
    [
      { ...ach, type: 'recurring', frequency: 'bi-weekly' },
      { amount: 4.99, frequency: 'bi-weekly' },
    ],
    [
      { ...ach, type: 'sweep', amount_cents: undefined, threshold_cents: cents(10_050) },
      { threshold: 100.5 },
    ],
    [
      {
        ...ach,
        type: 'fifty-two-week',
        amount_cents: undefined,
        amount_start_cents: cents(100),
        amount_increment_cents: cents(1),
      },
      { amount_start: 1, amount_increment: 0.01 },
    ],
    [
      { ...ach, type: 'percentage-based', amount_cents: undefined, percent_of_transaction: 12.5 },
      { percent_of_transaction: 12.5 },
    ],
    [
      { ...ach, preferred_settlement_speed: 'real-time' },
      { preferred_settlement_speed: 'real-time' },
    ],
    [{ ...ach, client_correlation_id: 'A'.repeat(80) }, { client_correlation_id: 'A'.repeat(80) }],
  ])('sends its own fields, in dollars (%#)', async (routine, fields) => {
    const scripted = answeringClient(201, { id: 'r' });
    await scripted.astra.routines.create({ accessToken, routine });
    const { amount_cents: _, type, payment_type, name, source_id, destination_id } = routine;
    expect(JSON.parse(sent(scripted).body)).toEqual({
      type,
      payment_type,
      name,
      source_id,
      destination_id,
      ...(routine.amount_cents !== undefined && { amount: 4.99 }),
      ...fields,
    });
  });

  test.each<[string, object]>([
    ['frequency', { type: 'recurring' }],
    ['frequency', { frequency: 'weekly' }],
    ['threshold', { type: 'sweep' }],
    ['threshold_cents', { type: 'sweep', threshold_cents: 0.5 }],
    ['spending', { type: 'round-up' }],
    ['amount', { amount_cents: undefined }],
    ['preferred_settlement_speed', { preferred_settlement_speed: 'T+0' }],
    [
      'customer_debit_fee_percent_override',
      { payment_type: 'ach', customer_debit_fee_percent_override: 1 },
    ],
    ['client_correlation_id', { payment_type: 'ach', client_correlation_id: 'A'.repeat(81) }],
    ['type', { type: 'monthly' }],
  ])('with a wrong %s is not sent: %j', async (field, change) => {
    const scripted = answeringClient(201, { id: 'r' });
    const routine: CreateRoutine = { ...aRoutine, ...change };
    expect(await errorOf(scripted.astra.routines.create({ accessToken, routine }))).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });
});

describe('a routine that exists', () => {
  test.each<[UpdateRoutine, object]>([
    [{ active: false }, { active: false }],
    [
      { amount_cents: cents(1), threshold_cents: cents(250_000) },
      { amount: 0.01, threshold: 2500 },
    ],
    [
      { start_date: '2026-03-08', frequency: 'monthly' },
      { start_date: '2026-03-08', frequency: 'monthly' },
    ],
  ])('is changed in nothing but %j', async (changes, body) => {
    const scripted = answeringClient(200, { id: 'r', type: 'sweep', threshold: 2500 });
    const routine = await scripted.astra.routines.update({ accessToken, id: 'r', changes });
    expect(routine).toMatchObject({ id: 'r', threshold_cents: 250_000, created: null });
    const { call, authorization, body: text } = sent(scripted);
    expect({ call, authorization }).toEqual({
      call: 'PUT https://api.example.com/v1/routines/r',
      authorization: bearer,
    });
    expect(JSON.parse(text)).toEqual(body);
  });

  test('keeps its type', async () => {
    const scripted = answeringClient(200, { id: 'r' });
    const changes: UpdateRoutine = JSON.parse('{"type": "recurring"}');
    const error = await errorOf(scripted.astra.routines.update({ accessToken, id: 'r', changes }));
    expect(error).toMatchObject({ kind: 'invalid_request' });
    expect(scripted.calls).toHaveLength(0);
  });

  test.each<UpdateRoutine>([{}, { active: undefined }])(
    'is not asked to change in nothing: %j',
    async (changes) => {
      const scripted = answeringClient(200, { id: 'r' });
      const call = scripted.astra.routines.update({ accessToken, id: 'r', changes });
      expect(await errorOf(call)).toMatchObject({
        fieldErrors: { active: ['Name at least one change.'] },
      });
      expect(scripted.calls).toHaveLength(0);
    },
  );

  test('is ended without an answer', async () => {
    const scripted = scriptedClient([() => new Response(null, { status: 204 })]);
    expect(await scripted.astra.routines.delete({ accessToken, id: 'r' })).toBeUndefined();
    expect(scripted.calls[0]?.init.method).toBe('DELETE');
  });

  test('is stopped under either spelling', async () => {
    const { astra } = answeringClient(200, { id: 'r', status: 'canceled' });
    expect((await astra.routines.get({ accessToken, id: 'r' })).status).toBe('cancelled');
  });

  test('lists the transfers it made, page by page', async () => {
    const scripted = scriptedClient([
      jsonAnswer(200, {
        count: 1,
        transfers: [{ id: 't', status: 'pending', amount: 4.99 }],
        cursor: 'x',
        more: true,
      }),
      jsonAnswer(200, { count: 0, transfers: [] }),
    ]);
    const amounts: (number | null)[] = [];
    for await (const { amount_cents } of scripted.astra.routines.listTransfers({
      accessToken,
      id: 'r/1',
    })) {
      amounts.push(amount_cents);
    }
    expect(amounts).toEqual([499]);
    expect(scripted.calls.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual([
      '/v1/routines/r%2F1/transfers',
      '/v1/routines/r%2F1/transfers?cursor=x',
    ]);
  });
});
