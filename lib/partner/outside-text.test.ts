import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastFour, outsideId, outsideText } from './outside-text';

/** Any text at all, halves of surrogate pairs and controls included. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

test('whatever comes from outside can be stored and shown afterwards, and changes no more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const safe = outsideText(text);
      if (safe === null) return;
      expect(safe).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(safe.isWellFormed()).toBe(true);
      expect(safe.length).toBeGreaterThan(0);
      expect(outsideText(safe)).toBe(safe);
    }),
  );
});

test('an id from outside can be stored, and one that could be stored stays as it is', () => {
  fc.assert(
    fc.property(anyText, (id) => {
      const safe = outsideId(id);
      expect(safe.isWellFormed()).toBe(true);
      expect(safe).not.toContain('\0');
      if (id.isWellFormed() && !id.includes('\0') && id.length <= 500) expect(safe).toBe(id);
      expect(outsideId(safe)).toBe(safe);
    }),
  );
});

test('never more than four digits of a number are kept', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^\d{0,19}$/)), (number) => {
      const kept = lastFour(number);
      expect(kept ?? '1').toMatch(/^\d{1,4}$/);
      expect(number.replace(/\D/g, '').endsWith(kept ?? '')).toBe(true);
    }),
  );
});

test.each([
  ['José Ñandú 🐦', 'José Ñandú 🐦'],
  ['  Household\r\n', 'Household'],
  ['Ann\0 Lee', 'Ann Lee'],
  ['half \ud83d', 'half'],
  ['\u202eeeL nnA', 'eeL nnA'],
  ['\0', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the text %j becomes %j', (text, safe) => {
  expect(outsideText(text)).toBe(safe);
});

test.each([
  ['5108050000007075', '7075'],
  ['xxxx-1234', '1234'],
  ['12', '12'],
  ['none', null],
  [null, null],
])('of the number %j, %j is kept', (number, kept) => {
  expect(lastFour(number)).toBe(kept);
});

test('a text of megabytes is cut, and not in the middle of a character', () => {
  expect(outsideText('x'.repeat(5_000_000))).toHaveLength(200);
  expect(outsideText(`${'x'.repeat(199)}🐦`)).toBe('x'.repeat(199));
  expect(outsideId(`${'x'.repeat(499)}🐦`)).toBe('x'.repeat(499));
});
