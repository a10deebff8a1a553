import { describe, expect, test } from 'vitest';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';
import { answeringClient, sent } from './testing/answering-client';
import { everyCall } from './testing/every-call';
import type { OneCall } from './testing/one-call';
import { accessToken, errorOf } from './testing/test-client';

const described = new Map<string, Operation>(
  Object.entries(operations).flatMap(([resource, table]) =>
    Object.entries(table).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
  ),
);

/** The body with one text in it replaced by nonsense, once for each text at any depth. */
function spoiled(body: unknown): unknown[] {
  if (typeof body === 'string') return ['?'];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    spoiled(value).map((nonsense) => Object.assign(structuredClone(body), { [name]: nonsense })),
  );
}

test('whoever spells a value wrong reads how it is spelled, and never a pattern', async () => {
  const words = new Set<string>();
  for (const [name, { call, full }] of Object.entries<OneCall>(everyCall)) {
    const schema = described.get(name)?.json;
    if (!schema) continue;
    const scripted = answeringClient(200, full);
    await call(scripted.astra);
    for (const body of spoiled(JSON.parse(sent(scripted).body))) {
      const { issues = [] } = schema.safeParse(body).error ?? {};
      for (const { message } of issues) words.add(message);
    }
  }
  expect(
    [...words].filter((text) => /pattern|\/\^|Invalid (string|ISO)|Invalid input$/.test(text)),
  ).toEqual([]);
  expect([...words]).toContain('A phone number is spelled +15557771234.');
});

describe('other values that are spelled wrong', () => {
  const { astra } = answeringClient(200, {});

  test.each<[string, string, () => Promise<unknown>]>([
    ['first digits', 'bin', () => astra.cards.getBin('12345')],
    [
      'a number of a bank',
      'routing_number',
      () => astra.accounts.instantPaymentEligibility('12 34'),
    ],
    [
      'a day',
      'date_start',
      () =>
        astra.transactions
          .list({ accessToken, date_start: '3.2.2026', date_end: '2026-02-03' })
          .firstPage(),
    ],
    [
      'metadata',
      // Names that we do not know may be values that somebody put in the wrong place.
      'metadata.(another name)',
      () =>
        astra.userIntents.create({
          first_name: 'Edmund',
          last_name: 'Hillary',
          phone: '+15557771234',
          email: 'edmund@example.com',
          address1: '123 Astra Ave',
          city: 'Palo Alto',
          state: 'CA',
          postal_code: '94304',
          ip_address: '192.0.2.0',
          metadata: { 'a key': 'x' },
        }),
    ],
  ])('are explained as well: %s', async (_, field, call) => {
    const error = await errorOf(call());
    expect(error).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { [field]: [expect.not.stringMatching(/pattern|Invalid/)] },
    });
  });

  test('a phone on a hosted page', () => {
    const page = () => astra.hostedPages.cardsUrl({ state: 's', phone: '555' });
    expect(page).toThrow('A phone number is ten digits here');
  });
});
