import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { sentDollars } from '../contract/primitives';
import { type Cents, cents, largestCents } from '../money';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, aRoutine, errorOf, scriptedClient, textOf } from '../testing/test-client';
import type { CreateRoutine } from './routine-requests';
import type { Routine } from './routine-results';

describe('routines', () => {
  test('are created with exact dollars', async () => {
    const scripted = answeringClient(201, {
      id: 'r',
      amount: 4.99,
      created: '2025-08-15T03:20:00+00:00',
      start_date: '2025-08-14',
    });
    const routine = await scripted.astra.routines.create({ accessToken, routine: aRoutine });
    expect(routine).toMatchObject({
      id: 'r',
      amount_cents: 499,
      created: new Date('2025-08-15T03:20:00Z'),
      start_date: '2025-08-14',
    });
    const { amount_cents, ...rest } = aRoutine;
    expect(sent(scripted)).toMatchObject({ authorization: bearer, type: 'application/json' });
    expect(JSON.parse(sent(scripted).body)).toEqual({
      ...rest,
      amount: amount_cents / 100,
    });
    expect(sent(scripted).body).toContain('"amount":4.99');
  });

  test('carry any amount there and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: largestCents }), async (amount) => {
        const scripted = scriptedClient([], {
          fetch: async (_, init) => new Response(`{"id": "r", ${textOf(init).slice(1)}`),
        });
        const routine = { ...aRoutine, amount_cents: cents(amount) };
        const created = await scripted.astra.routines.create({ accessToken, routine });
        expect(created.amount_cents).toBe(amount);
      }),
    );
  });

  test.each([
    ['amount_cents', { amount_cents: cents(0) }],
    ['amount_cents', { amount_cents: cents(-499) }],
    ['client_correlation_id', { client_correlation_id: 'ABCDEFGHI' }],
    ['client_correlation_id', { client_correlation_id: 'AB-1' }],
    ['source_id', { source_id: '' }],
    ['start_date', { start_date: '14.08.2025' }],
    ['start_date', { start_date: '2099-02-31' }],
    ['start_date', { start_date: '2027-02-29' }],
    ['request', { colour: 'red' }],
  ])('with a wrong %s are not sent: %j', async (field, change) => {
    const scripted = answeringClient(201, { id: 'r' });
    const routine = { ...aRoutine, ...change };
    expect(await errorOf(scripted.astra.routines.create({ accessToken, routine }))).toMatchObject({
      kind: 'invalid_request',
      outcomeUnknown: false,
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('with an amount that was not made of cents are not sent', async () => {
    const routine: CreateRoutine = { ...aRoutine, amount_cents: JSON.parse('4.99') };
    const error = await errorOf(
      answeringClient(201, { id: 'r' }).astra.routines.create({ accessToken, routine }),
    );
    expect(error).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { amount_cents: [expect.any(String)] },
    });
  });

  test.each(['amount', 'threshold', 'amount_start'])(
    'never take dollars for cents by Astra’s own name: %s',
    async (name) => {
      const scripted = answeringClient(201, { id: 'r' });
      const { amount_cents: _, ...rest } = aRoutine;
      const routine: CreateRoutine = JSON.parse(JSON.stringify({ ...rest, [name]: 499 }));
      expect(await errorOf(scripted.astra.routines.create({ accessToken, routine }))).toMatchObject(
        {
          kind: 'invalid_request',
          fieldErrors: { [name]: [expect.stringContaining(`${name}_cents`)] },
        },
      );
      expect(scripted.calls).toHaveLength(0);
    },
  );

  test('have no type that takes Astra’s own names', () => {
    const sweep = { ...aRoutine, type: 'sweep', amount: 499, threshold: 100 } as const;
    expectTypeOf(sweep).not.toExtend<CreateRoutine>();
  });

  test('are checked for exact cents by what is sent', () => {
    const amounts = [4.99, 0.29, 1, 9_999_999_999_999.99].map((one) => sentDollars.safeParse(one));
    expect(amounts.every(({ success }) => success)).toBe(true);
    const odd = [4.989999999999999, 1e21, 1e13, 0, -1, 4.995].map((one) =>
      sentDollars.safeParse(one),
    );
    expect(odd.some(({ success }) => success)).toBe(false);
  });

  test('whose amount follows from something else have none', async () => {
    const { astra } = answeringClient(200, { id: 'r', type: 'sweep', amount: null });
    expect((await astra.routines.get({ accessToken, id: 'r' })).amount_cents).toBeNull();
    expectTypeOf<Routine['amount_cents']>().toEqualTypeOf<Cents | null>();
  });
});
