import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line';

/** Reads a line as RFC 4180 has it. */
function cellsOf(line: string): string[] {
  const cells = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/gy)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

test('numbers are written as they are, text in quotes', () => {
  expect(csvLine(['Rent', '4.99', 'a; b', 'say "hi"', ''])).toBe(
    '"Rent",4.99,"a; b","say ""hi""",\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['\n=1', "'\n'=1"],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  [';=1+1', ";'=1+1"],
  ['a;=cmd', "a;'=cmd"],
  ['a\t=1', "a\t'=1"],
  ['a | "@b', `a | "'@b`],
])('a spreadsheet reads %j as text', (text, written) => {
  expect(cellsOf(csvLine([text]))).toEqual([written]);
});

const risky = fc.string({
  unit: fc.constantFrom(...Array.from('=+-@＝＋－＠,;|\t\r\n "\'a1.')),
});

const lines = fc.array(fc.oneof(risky, fc.string({ unit: 'binary' })), { minLength: 1 });
const withoutApostrophes = (text: string) => text.replaceAll("'", '');

test('whatever is written is read again, a cell for a cell, and none begins a formula', () => {
  fc.assert(
    fc.property(lines, (cells) => {
      const read = cellsOf(csvLine(cells));
      expect(read.map(withoutApostrophes)).toEqual(cells.map(withoutApostrophes));
      for (const text of read) expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});

test('whatever parts cells for a spreadsheet, and if it knows no quotes, none begins a formula', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom(',', ';', '\t', '|'), (cells, separator) => {
      const rows = csvLine(cells).split(/[\r\n]/);
      for (const cell of rows.flatMap((row) => row.split(separator))) {
        expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/u);
      }
    }),
  );
});
