import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPythonPrints } from './python-json';
import python from './python-vectors.json';

describe('JSON as Python prints it', () => {
  test.each(python.vectors)('comes out of every spelling of $name', ({ signed, respelt }) => {
    for (const text of [signed, ...respelt]) expect(asPythonPrints(text)).toBe(signed);
  });

  test('is plain ASCII, means the same, and does not change when printed again', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, '\t'), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const printed = asPythonPrints(JSON.stringify(value, null, indent)) ?? '';
        expect(printed).toMatch(/^[ -~]*$/);
        expect(JSON.parse(printed)).toEqual(value);
        expect(asPythonPrints(printed)).toBe(printed);
      }),
    );
  });

  test('keeps numbers as they are written', () => {
    const text = '[1234.0, 1e+16, 1E5, -0.0, 0.10, 12345678901234567890]';
    expect(asPythonPrints(text.replaceAll(' ', ''))).toBe(text);
  });

  test('is not made of what is not JSON', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const printed = asPythonPrints(text);
        if (printed === null) expect(() => JSON.parse(text)).toThrow();
      }),
    );
    expect(asPythonPrints("{'a': 1}")).toBeNull();
    expect(asPythonPrints('')).toBeNull();
  });
});
