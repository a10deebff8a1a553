import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRoutineRequest } from './contract/routines';
import { cents, centsFromDollars, dollarsFromCents, largestCents } from './money';

const anyCents = fc.integer({ min: -largestCents, max: largestCents }).map(cents);
const positiveCents = fc.integer({ min: 1, max: largestCents }).map(cents);

describe('an amount', () => {
  test('survives the way to Astra and back through JSON', () => {
    fc.assert(
      fc.property(anyCents, (amount) => {
        const wire = JSON.stringify(dollarsFromCents(amount));
        expect(wire).toMatch(/^-?\d+(\.\d{1,2})?$/);
        expect(centsFromDollars(JSON.parse(wire), { negative: 'allow' })).toBe(amount);
      }),
    );
  });

  test('is read to the cent from any spelling with two decimals', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), fc.nat(99), (whole, part) => {
        const spelling = `${whole}.${String(part).padStart(2, '0')}`;
        expect(centsFromDollars(Number(spelling))).toBe(whole * 100 + part);
      }),
    );
  });

  test('is accepted by the contract whatever it is', () => {
    fc.assert(
      fc.property(positiveCents, (amount) => {
        const { amount: field } = createRoutineRequest.shape;
        expect(field.safeParse(dollarsFromCents(amount)).success).toBe(true);
      }),
    );
  });

  test('with a third decimal is refused', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.integer({ min: 1, max: 9 }), (hundredths, third) => {
        const whole = Math.floor(hundredths / 100);
        const spelling = `${whole}.${String(hundredths % 100).padStart(2, '0')}${third}`;
        expect(() => centsFromDollars(Number(spelling))).toThrow(RangeError);
      }),
    );
  });
});

describe('dollars from Astra', () => {
  test.each([
    [4.99, 499],
    [19.99, 1999],
    [4.35, 435],
    [10.5, 1050],
    [1234.0, 123_400],
    [0, 0],
    [0.07, 7],
    [0.1 + 0.2, 30],
    [1.1 + 2.2, 330],
    [1104.9999999999998, 110_500],
    [100.11 - 100.1, 1],
    [100.1 - 100 - 0.1 + 1e-14, 0],
    [5e-324, 0],
    [9_999_999_999_999.99, 999_999_999_999_999],
  ])('%d is %d cents', (dollars, expected) => {
    expect(centsFromDollars(dollars)).toBe(expected);
  });

  test.each([
    4.995,
    0.001,
    1e-7,
    1e-8,
    0.010000001,
    9_999_999_999.99001,
    10_000_000_000.000004,
    10_000_000_000.123,
    1_000_000_000_000.004,
    1e13,
    1e21,
    1e300,
    -1,
    -0.01,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])('%d is refused', (dollars) => {
    expect(() => centsFromDollars(dollars)).toThrow(RangeError);
  });

  test.each(['4.99', ['4.99'], 4n, null, undefined, { valueOf: () => 4.99 }])(
    'that are no number are refused, whatever the types said',
    (odd) => {
      expect(() => Reflect.apply(centsFromDollars, undefined, [odd])).toThrow(RangeError);
    },
  );

  test('may be negative where the caller says so, and then zero has no sign', () => {
    expect(centsFromDollars(-4.99, { negative: 'allow' })).toBe(-499);
    expect(centsFromDollars(-0, { negative: 'allow' })).toBe(0);
    expect(centsFromDollars(100.1 - 100 - 0.1, { negative: 'allow' })).toBe(0);
  });

  test('of any other double are refused or right within float noise', () => {
    fc.assert(
      fc.property(fc.double(), (dollars) => {
        let amount: number;
        try {
          amount = centsFromDollars(dollars);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(Math.abs(amount / 100 - dollars)).toBeLessThanOrEqual(
          Math.max(Math.abs(dollars) * 1e-14, 1e-9),
        );
      }),
    );
  });
});

describe('cents', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, largestCents + 1, 2 ** 53])(
    '%d are refused',
    (amount) => {
      expect(() => cents(amount)).toThrow(RangeError);
    },
  );

  test('are never minus zero', () => {
    expect(cents(-0)).toBe(0);
  });
});
