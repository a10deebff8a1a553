import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);
const page = readFileSync(path.join(root, 'docs/failure-catalogue.md'), 'utf8');

/** The ids that the list began with, each part with its gaps. More may be added, none taken away. */
const firstIds = {
  W: '1-7 9-13 15-19 21-37 39-50 51-52 54-56 58-66',
  T: '1-4 6-21 23-24 26-37',
  M: '1-6 8-17 19-25 27-43 45-48',
  O: '1-5 7-8 10-20',
  B: '1-13 15-18 20-23',
  D: '1-3 5-11 13-15',
  E: '1-8 10',
};

/** `W` and `1-2 4` are W01, W02 and W04. */
function idsOf([part, ranges]: [string, string]): string[] {
  return ranges.split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from(
      { length: to - from + 1 },
      (_, place) => `${part}${String(from + place).padStart(2, '0')}`,
    );
  });
}

const rows = [...page.matchAll(/^\| ([A-Z]\d+) \| (.*) \|$/gm)].map(([, id = '', rest = '']) => {
  const [failure = '', verdict = '', ...more] = rest.split(' | ');
  return { id, failure, verdict, more };
});

type NamedTest = { id: string; file: string; name: string };

/** The tests that the rows name, as `file` and “name”. */
const namedTests = rows.flatMap(({ id, verdict }) =>
  [...verdict.matchAll(/`([^`]+\.(?:test|spec)\.ts)` “([^”]*)”/g)].map(
    ([, file = '', name = '']): NamedTest => ({ id, file, name }),
  ),
);

const sentence = '[^“”]+\\.';
const tests = '`[^`]+` “[^”]+”(; `[^`]+` “[^”]+”)*';
const verdicts = [
  new RegExp(`^${tests}$`),
  new RegExp(`^\\*\\*Does not apply:\\*\\* ${sentence}$`),
  new RegExp(`^\\*\\*Open:\\*\\* ${sentence}( ${tests})?$`),
];

/** Whether a test or a group of tests of this file has this name, letter by letter. */
function hasTest({ file, name }: NamedTest): boolean {
  const source = path.join(root, file);
  if (!existsSync(source)) return false;
  const text = readFileSync(source, 'utf8');
  return ["'", '"', '`'].some((quote) => {
    const literal = `${quote}${name}${quote}`;
    // Straight after the bracket of the call, which in `test.each(…)(` is the second one.
    return text
      .split(literal)
      .slice(0, -1)
      .some((before) => /(\b(test|it|describe)|\))\(\s*$/.test(before));
  });
}

describe('the failure catalogue', () => {
  test('has every row that it began with, and each id once', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const first = Object.entries(firstIds).flatMap(idsOf);
    expect(first.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('tells of each row what shows that it cannot happen, why it does not apply, or what is missing', () => {
    const unclear = rows.filter(
      ({ failure, verdict, more }) =>
        failure === '' || more.length > 0 || !verdicts.some((form) => form.test(verdict)),
    );
    expect(unclear).toEqual([]);
  });

  test('names only tests that exist', () => {
    expect(namedTests.length).toBeGreaterThan(100);
    expect(namedTests.filter((named) => !hasTest(named))).toEqual([]);
  });
});
