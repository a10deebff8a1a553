import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPythonPrints } from './python-json';
import { signTestWebhook, verifyWebhook } from './verify-webhook';

const secret = 'a-client-secret-for-tests';
const bytes = (text: string) => new TextEncoder().encode(text);

/** A number as Python prints it, where JavaScript often prints another. */
const pythonNumber = fc.oneof(
  fc.integer().map(String),
  fc.integer().map((whole) => `${whole}.0`),
  fc.tuple(fc.nat(999_999), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('1e+16', '1e-05', '-0.0', '1234567890123456789', '1.5e+300'),
);
const text = fc.string({
  unit: fc.constantFrom(...'aü☕😀"\\/\n\t\u0000\u007f\u2028<&\ud800'.split('')),
});
const scalar = fc.oneof(
  pythonNumber,
  text.map((value) => JSON.stringify(value)),
  fc.constantFrom('null', 'true', 'false'),
);

/** Members in some order, as JSON without blanks; a key may come twice. */
const object = fc
  .array(
    fc.tuple(
      text,
      fc.oneof(
        scalar,
        fc.array(scalar).map((all) => `[${all.join(',')}]`),
      ),
    ),
  )
  .map((members) => members.map(([key, value]) => `${JSON.stringify(key)}:${value}`));
const body = object.map((members) => `{${members.join(',')}}`);

/** What Astra signs and sends. */
const signedText = (compact: string) => asPythonPrints(compact) ?? '';

describe('a webhook with any keys, texts and numbers', () => {
  test('is accepted as Astra spells it, and as something on the way may spell it', () => {
    fc.assert(
      fc.property(body, (compact) => {
        const signature = signTestWebhook(signedText(compact), secret);
        const spellings = [
          signedText(compact),
          compact,
          ` ${compact}\n`,
          signedText(compact).replaceAll(/\\u[0-9a-f]{4}/g, (escape) =>
            escape.startsWith('\\ud')
              ? escape
              : JSON.stringify(JSON.parse(`"${escape}"`)).slice(1, -1),
          ),
        ];
        for (const spelling of spellings) {
          const webhook = { body: bytes(spelling), signature, secrets: ['another', secret] };
          expect(verifyWebhook(webhook), spelling).toBe(true);
        }
      }),
    );
  });

  test('is refused when its members change places', () => {
    const atLeastTwo = object.filter((members) => new Set(members).size > 1);
    fc.assert(
      fc.property(atLeastTwo, (members) => {
        const [first = '', ...others] = members;
        const turned = [...others, first];
        fc.pre(turned.join() !== members.join());
        const signature = signTestWebhook(signedText(`{${members.join(',')}}`), secret);
        const webhook = { body: bytes(`{${turned.join(',')}}`), signature, secrets: [secret] };
        expect(verifyWebhook(webhook)).toBe(false);
      }),
    );
  });

  test('is refused when a number says the same in other words', () => {
    fc.assert(
      fc.property(fc.integer(), (whole) => {
        const signature = signTestWebhook(`{"amount": ${whole}.0}`, secret);
        const spelt = (amount: string) =>
          verifyWebhook({ body: bytes(`{"amount":${amount}}`), signature, secrets: [secret] });
        expect(spelt(`${whole}.0`)).toBe(true);
        expect(spelt(`${whole}`)).toBe(false);
        expect(spelt(`${whole}.00`)).toBe(false);
      }),
    );
  });

  test('is refused under any other secret', () => {
    const key = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(body, key, key, (compact, ours, other) => {
        fc.pre(ours !== other);
        const signature = signTestWebhook(compact, ours);
        const webhook = { body: bytes(compact), signature };
        expect(verifyWebhook({ ...webhook, secrets: [ours] })).toBe(true);
        expect(verifyWebhook({ ...webhook, secrets: [other] })).toBe(false);
      }),
    );
  });
});
