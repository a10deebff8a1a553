import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterParts, filterQuery, transferFilter } from './transfer-filter';

const read = (query: string) =>
  transferFilter.parse(Object.fromEntries(new URLSearchParams(query)));

test('an address says what is shown, and a filter makes the address again', () => {
  const query =
    '?q=Rent+%26+more&status=returned&source=card%201&routine=plan%202&from=2026-01-01&to=2026-01-31';
  const filter = read(query);
  expect(filter).toEqual({
    q: 'Rent & more',
    status: 'returned',
    source: 'card 1',
    routine: 'plan 2',
    from: '2026-01-01',
    to: '2026-01-31',
  });
  expect(read(filterQuery(filter))).toEqual(filter);
  expect(read(filterQuery(filter, 3))).toEqual(filter);
  expect(filterQuery(filter, 3)).toMatch(/&page=3$/);
});

test('an empty form is no filter', () => {
  expect(filterParts(read('?q=&status=&source=&routine=&from=&to='))).toEqual([]);
  expect(filterQuery({})).toBe('');
});

test.each([
  ['status', 'lost'],
  ['status', '__proto__'],
  ['from', '2026-02-30'],
  ['from', '0001-01-01'],
  ['to', '9999-12-31'],
  ['to', 'tomorrow'],
  ['q', '\0'],
  ['q', '   '],
  ['q', 'x'.repeat(101)],
])('the %s %j is as if it were not there', (name, value) => {
  expect(filterParts(transferFilter.parse({ [name]: value }))).toEqual([]);
});

test('whatever an address says, reading it fails never', () => {
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.constant(undefined),
  );
  const name = fc.constantFrom('q', 'status', 'source', 'routine', 'from', 'to', 'page');
  fc.assert(
    fc.property(fc.dictionary(name, values), (given) => {
      const filter = transferFilter.parse(given);
      expect(read(filterQuery(filter))).toEqual(filter);
    }),
  );
});
