import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line';

/** Reads a line as RFC 4180 has it. */
function cellsOf(line: string): string[] {
  const cells = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/gy)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

test('ordinary cells are written as they are, others in quotes', () => {
  expect(csvLine(['Rent', '4.99', 'a, b', 'say "hi"', ''])).toBe(
    'Rent,4.99,"a, b","say ""hi""",\r\n',
  );
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1+1',
  '=HYPERLINK("x")',
])('a spreadsheet reads %j as text', (text) => {
  expect(cellsOf(csvLine([text]))).toEqual([`'${text}`]);
});

test('whatever is written is read again, a cell for a cell, and none begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const read = cellsOf(csvLine(cells));
      expect(read).toHaveLength(cells.length);
      for (const [index, text] of read.entries()) {
        expect([cells[index], `'${cells[index]}`]).toContain(text);
        expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
      }
    }),
  );
});
