import { describe, expect, test } from 'vitest';
import { cents } from '../money';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';
import type { CreatePaymentLink } from './payment-links';

const wire = {
  id: 'link',
  url: 'https://app.example.com/pay/link',
  status: 'active',
  name: 'Rent',
  amount: 1104.99,
  destination_id: 'card-1',
  created: '2026-03-01T10:00:00.123456',
  expires_at: '2026-03-08T10:00:00+00:00',
  transfer_id: null,
};
const link: CreatePaymentLink = {
  name: 'Rent',
  amount_cents: cents(110_499),
  destination_id: 'card-1',
};

describe('a payment link', () => {
  test('is made with exact dollars and an end in UTC', async () => {
    const scripted = answeringClient(201, wire);
    const expires_at = new Date('2026-03-08T11:00:00+01:00');
    const made = await scripted.astra.paymentLinks.create({
      accessToken,
      link: { ...link, expires_at, single_use: true },
    });
    expect(made).toMatchObject({
      id: 'link',
      url: 'https://app.example.com/pay/link',
      amount_cents: 110_499,
      created: new Date('2026-03-01T10:00:00.123Z'),
      expires_at,
      transfer_id: null,
    });
    expect(made).not.toHaveProperty('amount');
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/payment_links',
      authorization: bearer,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual({
      name: 'Rent',
      amount: 1104.99,
      destination_id: 'card-1',
      expires_at: '2026-03-08T10:00:00.000Z',
      single_use: true,
    });
  });

  test.each([
    ['amount_cents', { amount_cents: cents(0) }],
    ['amount_cents', { amount_cents: cents(-1) }],
    ['name', { name: '' }],
    ['destination_id', { destination_id: '' }],
    ['description', { description: 'x'.repeat(501) }],
    ['expires_at', { expires_at: new Date('never') }],
    ['client_correlation_id', { client_correlation_id: 'AB 1' }],
  ])('with a wrong %s is not made', async (field, change) => {
    const scripted = answeringClient(201, wire);
    const call = scripted.astra.paymentLinks.create({ accessToken, link: { ...link, ...change } });
    expect(await errorOf(call)).toMatchObject({
      kind: 'invalid_request',
      outcomeUnknown: false,
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('is ended by its id, whichever way Astra spells that', async () => {
    for (const status of ['cancelled', 'canceled']) {
      const scripted = answeringClient(200, { ...wire, status });
      const ended = await scripted.astra.paymentLinks.cancel({ accessToken, id: 'link' });
      expect(ended.status).toBe('cancelled');
      expect(sent(scripted)).toEqual({
        call: 'POST https://api.example.com/v1/payment_links/link/cancel',
        authorization: bearer,
        type: null,
        body: '',
      });
    }
  });

  test('that has been paid names the payment', async () => {
    const { astra } = answeringClient(200, { ...wire, status: 'paid', transfer_id: 't' });
    const paid = await astra.paymentLinks.get({ accessToken, id: 'link' });
    expect(paid).toMatchObject({ status: 'paid', transfer_id: 't' });
  });
});
