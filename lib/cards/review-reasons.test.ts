import { expect, test } from 'vitest';
import { explainReview } from './review-reasons';

/** Astra's own table: which codes belong to one check. */
const documented = {
  passed: 'C1010 C1020 C1030 C1040 C1050 C1060 C1070 C2000 C2010'.split(' '),
  notPassed: 'C1001 C1011 C1021 C1031 C1041 C1051 C1061 C1071 C2001 C2012 C2013 C2015'.split(' '),
};

test('every documented code is said in a sentence of its own, passed ones apart', () => {
  const { passed, notPassed, other } = explainReview([
    ...documented.notPassed,
    ...documented.passed,
  ]);
  expect(passed.map(({ code }) => code)).toEqual(documented.passed);
  expect(notPassed.map(({ code }) => code)).toEqual(documented.notPassed);
  expect(other).toEqual([]);
  const texts = [...passed, ...notPassed].map(({ text }) => text);
  expect(new Set(texts).size).toBe(21);
  for (const text of texts) expect(text).toMatch(/^[A-Z].* .*\.$/);
});

test.each(['C2011', 'C2014', 'C9990', 'whatever', '', '__proto__', 'constructor'])(
  'the code "%s", which nobody has explained, is shown as it is and judged neither way',
  (code) => {
    const other = [{ code, text: code }];
    expect(explainReview([code])).toEqual({ passed: [], notPassed: [], other });
  },
);

test('a code that comes twice is said once, and no codes say nothing', () => {
  expect(explainReview(['C1010', 'C1010']).passed).toHaveLength(1);
  expect(explainReview([])).toEqual({ passed: [], notPassed: [], other: [] });
});
