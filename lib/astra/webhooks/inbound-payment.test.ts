import { describe, expect, test } from 'vitest';
import { readInboundPayment } from './inbound-payment';
import { unsafeParseWebhook } from './parse-webhook';

/** The payment that a webhook's body tells of. */
function paymentIn(body: string) {
  const parsed = unsafeParseWebhook(new TextEncoder().encode(body));
  if (parsed.kind !== 'event') throw new Error(parsed.explanation);
  return readInboundPayment(parsed.event);
}

const bodyWith = (metadata: string, type = 'inbound_payment_received') =>
  `{"webhook_type": "${type}", "webhook_id": "w", "user_id": null, "resource_id": "instrument", "metadata": ${metadata}}`;

describe('money that arrives', () => {
  test.each([
    ['1234.56', 'Ach', 123_456],
    ['1234.0', 'Wires', 123_400],
    ['0.01', 'Smoke signals', 1],
  ])('is read in cents: %s by %s', (amount, type, amount_cents) => {
    expect(paymentIn(bodyWith(`{"amount": ${amount}, "type": "${type}"}`))).toEqual({
      paymentInstrumentId: 'instrument',
      amount_cents,
      type,
    });
  });

  test('may come by a way that Astra does not name', () => {
    expect(paymentIn(bodyWith('{"amount": 5}'))).toMatchObject({ amount_cents: 500, type: null });
    expect(paymentIn(bodyWith('{"amount": 5, "type": null}'))).toMatchObject({ type: null });
  });

  test.each([
    '{}',
    'null',
    '[]',
    '{"amount": "5"}',
    '{"amount": 4.995}',
    '{"amount": -5}',
    '{"amount": 1e21}',
  ])('is not guessed at: %s', (metadata) => {
    expect(paymentIn(bodyWith(metadata))).toBeNull();
  });

  test('is read in no other event', () => {
    expect(paymentIn(bodyWith('{"amount": 5, "type": "Ach"}', 'user_updated'))).toBeNull();
  });
});
