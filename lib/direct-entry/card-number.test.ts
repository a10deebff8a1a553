import { expect, test } from 'vitest';
import {
  groupCardNumber,
  hasFittingLength,
  passesLuhn,
  placeAfterDigits,
  securityCodeLengths,
} from './card-number';

test.each([
  ['', ''],
  ['4000', '4000'],
  ['40000', '4000 0'],
  ['4000-0566 5566x5556', '4000 0566 5566 5556'],
  ['4000056655665556123', '4000 0566 5566 5556 123'],
  ['40000566556655561234567', '4000 0566 5566 5556 123'],
  ['378282246310005', '3782 822463 10005'],
])('%j is shown as %j', (typed, shown) => expect(groupCardNumber(typed)).toBe(shown));

test.each([
  ['4000 0566', 0, 0],
  ['4000 0566', 4, 4],
  ['4000 0566', 5, 6],
  ['4000 0566', 8, 9],
  ['4000 0566', 99, 9],
])('in %j the cursor after %i digits is at %i', (grouped, count, place) => {
  expect(placeAfterDigits(grouped, count)).toBe(place);
});

test.each([
  ['4000056655665556', true],
  ['400005665566555', false],
  ['5108050000007075', true],
  ['510805000000707', false],
  ['378282246310005', true],
  ['3782822463100055', false],
  ['60110000000000000', true],
  ['90000000000', false],
  ['900000000000', true],
])('%s has a length that its brand has: %s', (digits, fits) => {
  expect(hasFittingLength(digits)).toBe(fits);
});

test('one wrong digit, or two that changed places, do not pass', () => {
  expect(passesLuhn('4000056655665556')).toBe(true);
  expect(passesLuhn('4000056655665557')).toBe(false);
  expect(passesLuhn('4000056655656556')).toBe(false);
  expect(passesLuhn('')).toBe(false);
});

test('American Express has four digits in its security code, others three', () => {
  expect(securityCodeLengths('378282246310005')).toEqual([4]);
  expect(securityCodeLengths('4000056655665556')).toEqual([3]);
  expect(securityCodeLengths('9')).toEqual([3, 4]);
});
