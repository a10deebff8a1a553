import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import python from './python-vectors.json';
import { signTestWebhook, verifyWebhook } from './verify-webhook';

const secret = python.secret;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Bodies with the signatures that Python made for them. */
const documented: [body: string, signature: string][] = [
  [
    '{"webhook_type": "routine_updated", "webhook_id": "364f57aa-47dd-461b-8df4-d6388fb2d05e", "user_id": "WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA", "resource_id": "0239decedaaa5cefa4d173ee839ca37599165219"}',
    'pnUS7VUSIXXxuMsiGDl443Atd+jQnTqrXd+KoDwyLs0=',
  ],
  [
    '{"webhook_type": "routine_updated", "resource_id": "4816908952010752", "user_id": "93k08a40d032o54f748773f", "webhook_id": "a5df3ed9-00000-0000-96cb-150e3fe3e31d"}',
    'WE5v68ERLryyvocrFIl8k5jlwL53ZhNa/qui1vCQI9o=',
  ],
  [
    '{"webhook_type": "inbound_payment_received", "webhook_id": "364f57aa-47dd-461b-8df4-d6388fb2d05e", "user_id": null, "resource_id": "1010cf30-e150-448e-8a08-bd8537eeaa50", "metadata": {"amount": 1234.56, "type": "Ach"}}',
    '2aHN3iWjN2RetLZmaXYiWEgo7si9C5I2Kbw8Z4ED1rw=',
  ],
  [
    '{"webhook_type": "inbound_payment_received", "webhook_id": "364f57aa-47dd-461b-8df4-d6388fb2d05e", "user_id": null, "resource_id": "1010cf30-e150-448e-8a08-bd8537eeaa50", "metadata": {"amount": 1234.0, "type": "Wires"}}',
    'QHKNoUfZAu1z1JEfCXQksriHU9rYRi6pX3Kg30pZJPY=',
  ],
  [
    String.raw`{"webhook_type": "user_updated", "webhook_id": "364f57aa-47dd-461b-8df4-d6388fb2d05e", "user_id": "WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA", "resource_id": "WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA", "metadata": {"city": "Z\u00fcrich \u2615 \ud83d\ude00", "q": "a\"b\\c/d\n\t\u007f<&>"}}`,
    'pyzvf2C3NOKUyW01wn0sutuGFBY+ffBHaKh08Zuk/cE=',
  ],
];

const [[body, signature] = ['', '']] = documented;

describe('a webhook signed by Astra', () => {
  test.each(documented)('is accepted as it came: %s', (text, expected) => {
    expect(signTestWebhook(text, secret)).toBe(expected);
    expect(verifyWebhook({ body: bytes(text), signature: expected, secrets: [secret] })).toBe(true);
  });

  test.each(python.vectors)(
    'is accepted with $name, also when printed anew on the way',
    (vector) => {
      for (const text of [vector.signed, ...vector.respelt]) {
        const webhook = { body: bytes(text), signature: vector.signature, secrets: [secret] };
        expect(verifyWebhook(webhook)).toBe(true);
      }
    },
  );

  test('is accepted under the old and the new secret while both are configured', () => {
    const webhook = { body: bytes(body), signature };
    expect(verifyWebhook({ ...webhook, secrets: ['new', secret] })).toBe(true);
    expect(verifyWebhook({ ...webhook, secrets: [secret, 'new'] })).toBe(true);
    expect(verifyWebhook({ ...webhook, secrets: ['new'] })).toBe(false);
  });

  test('is accepted whatever bytes were signed, and refused when one of them changes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (signed, key, place, change) => {
          const header = signTestWebhook(signed, key);
          expect(verifyWebhook({ body: signed, signature: header, secrets: [key] })).toBe(true);
          const forged = Uint8Array.from(signed);
          forged[place % forged.length] = (signed[place % signed.length] ?? 0) ^ change;
          const isRespelt = verifyWebhook({ body: forged, signature: header, secrets: [key] });
          // Only blanks of a JSON text may differ.
          if (isRespelt) expect(JSON.parse(Buffer.from(forged).toString())).toBeDefined();
        },
      ),
    );
  });
});

describe('a webhook is refused, and nothing is thrown, when its signature', () => {
  const long = Buffer.from(`${signature}${signature}`).toString('base64');
  test.each([
    ['is missing', null],
    ['is empty', ''],
    ['is short', signature.slice(0, 43)],
    ['has no padding', signature.slice(0, -1)],
    ['is long', long],
    ['is doubled', `${signature}, ${signature}`],
    ['is followed by a blank', `${signature} `],
    ['is followed by a line end', `${signature}\n`],
    ['is in hexadecimal', Buffer.from(signature, 'base64').toString('hex')],
    ['is in the other base64 alphabet', signature.replaceAll('+', '-').replaceAll('/', '_')],
    ['is not ASCII', 'é'.repeat(44)],
    ['is 44 other characters', `${'A'.repeat(43)}=`],
    ['differs in the last character only', `${signature.slice(0, -2)}1=`],
  ])('%s', (_, header) => {
    expect(verifyWebhook({ body: bytes(body), signature: header, secrets: [secret] })).toBe(false);
  });

  test('is any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        const webhook = { body: bytes(body), signature: header, secrets: [secret] };
        expect(verifyWebhook(webhook)).toBe(header === signature);
      }),
    );
  });

  test.each([[[signature]], [undefined], [{}], [7]])('is no text: %j', (odd) => {
    const webhook = { body: bytes(body), secrets: [secret] };
    expect(Reflect.apply(verifyWebhook, undefined, [{ ...webhook, signature: odd }])).toBe(false);
  });

  test('is checked against secrets of which one is absent', () => {
    const webhook = { body: bytes(body), signature, secrets: [undefined, secret] };
    expect(Reflect.apply(verifyWebhook, undefined, [webhook])).toBe(true);
    expect(Reflect.apply(verifyWebhook, undefined, [{ ...webhook, secrets: [undefined] }])).toBe(
      false,
    );
  });

  test('was made with an empty secret, or there is no secret', () => {
    const forged = signTestWebhook(body, '');
    expect(verifyWebhook({ body: bytes(body), signature: forged, secrets: ['', secret] })).toBe(
      false,
    );
    expect(verifyWebhook({ body: bytes(body), signature, secrets: [] })).toBe(false);
  });

  test.each([
    ['no text', Uint8Array.of(0xff, 0xfe, 0x00)],
    ['nothing', new Uint8Array()],
    ['very deep JSON', bytes('['.repeat(100_000) + ']'.repeat(100_000))],
    ['one very long string of escapes', bytes(`"${'\\n'.repeat(2_000_000)}"`)],
    ['one very long plain string', bytes(`"${'a'.repeat(4_000_000)}"`)],
    ['one string of twenty megabytes', bytes(`"${'a'.repeat(20_000_000)}"`)],
    ['a string of quotes that does not end', bytes(`"${'\\"'.repeat(60_000)}`)],
    ['a string that does not end', bytes(`"${'a'.repeat(1_000_000)}`)],
  ])('does not fit a body of %s', (_, odd) => {
    expect(verifyWebhook({ body: odd, signature, secrets: [secret] })).toBe(false);
  });
});
