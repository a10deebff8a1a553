import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRoutingNumber, padAccountNumber } from './bank-numbers';

const digits = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789'.split('')),
    minLength: length,
    maxLength: length,
  });

describe('a routing number', () => {
  test.each(['222222226', '021000021', '121000248', '011401533'])('%s checks out', (number) => {
    expect(isRoutingNumber(number)).toBe(true);
  });

  test.each([
    '222222222',
    '021000012',
    '000000000',
    '22222222',
    '2222222260',
    '',
    '02100002x',
    '٠٢١٠٠٠٠٢١',
    '021000021\n',
  ])('%j does not', (number) => {
    expect(isRoutingNumber(number)).toBe(false);
  });

  test('does not survive a wrong digit', () => {
    const change = fc.record({ place: fc.nat(8), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(digits(9).filter(isRoutingNumber), change, (number, { place, by }) => {
        const wrong = number
          .split('')
          .map((digit, at) => (at === place ? String((Number(digit) + by) % 10) : digit));
        expect(isRoutingNumber(wrong.join(''))).toBe(false);
      }),
    );
  });
});

describe('an account number', () => {
  test.each([
    ['1234', '0001234'],
    ['1234567', '1234567'],
    ['12345678901234567', '12345678901234567'],
  ])('%s is sent as %s', (number, expected) => {
    expect(padAccountNumber(number)).toBe(expected);
  });

  test('keeps its value and gets at least seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 17 }).chain(digits), (number) => {
        const padded = padAccountNumber(number);
        expect(padded).toMatch(/^\d{7,17}$/);
        expect(BigInt(padded)).toBe(BigInt(number));
      }),
    );
  });
});
