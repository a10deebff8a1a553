import { expect, test } from 'vitest';
import { compareRecords } from './compare';
import type { TargetRecord } from './record';

type Observed = TargetRecord['cases'][string][string];

const recordOf = (
  target: TargetRecord['target'],
  cases: Record<string, Observed>,
  missing: string[] = [],
): TargetRecord => ({ target, missing, cases: { 'cards.get': cases } });

/** The sentences about one case that was played on both. */
function sentences(emulator: Observed, sandbox: Observed) {
  const differences = compareRecords(
    recordOf('emulator', { works: emulator }),
    recordOf('sandbox', { works: sandbox }),
  );
  return differences.flatMap((difference) => difference.sentences);
}

const shape = { body: 'object', id: 'string' };

test('the same status and the same shape are no difference', () => {
  expect(sentences({ status: 200, shape }, { status: 200, shape })).toEqual([]);
});

test('another status is one difference, whatever the bodies are', () => {
  expect(sentences({ status: 200, shape }, { status: 201, shape: {} })).toEqual([
    'status: emulator 200, sandbox 201',
  ]);
});

test('a key that only one of them has is named', () => {
  const more = { ...shape, card_type: 'string' };
  expect(sentences({ status: 200, shape: more }, { status: 200, shape })).toEqual([
    'card_type: emulator string, sandbox absent',
  ]);
  expect(sentences({ status: 200, shape }, { status: 200, shape: more })).toEqual([
    'card_type: emulator absent, sandbox string',
  ]);
});

test('a key of another type is named with both', () => {
  const other = { ...shape, id: 'number' };
  expect(sentences({ status: 200, shape }, { status: 200, shape: other })).toEqual([
    'id: emulator string, sandbox number',
  ]);
});

test('a case that only one of them was asked is no difference', () => {
  const emulator = recordOf('emulator', { works: { status: 200, shape } });
  const sandbox = recordOf('sandbox', { 'works otherwise': { status: 200, shape } });
  expect(compareRecords(emulator, sandbox)).toEqual([]);
  expect(compareRecords(emulator, { ...sandbox, cases: {} })).toEqual([]);
});

test('an endpoint that the sandbox does not have is one difference', () => {
  const emulator = recordOf('emulator', { works: { status: 200, shape } });
  expect(compareRecords(emulator, recordOf('sandbox', {}, ['cards.get']))).toEqual([
    { operation: 'cards.get', name: 'as a whole', sentences: ['the sandbox has no such endpoint'] },
  ]);
});

test('an endpoint that the emulator does not have yet is no difference', () => {
  const emulator = recordOf('emulator', {}, ['cards.get']);
  expect(compareRecords(emulator, recordOf('sandbox', { works: { status: 200, shape } }))).toEqual(
    [],
  );
  expect(compareRecords(emulator, recordOf('sandbox', {}, ['cards.get']))).toEqual([]);
});

test('a difference says where it is', () => {
  const differences = compareRecords(
    recordOf('emulator', { works: { status: 200, shape } }),
    recordOf('sandbox', { works: { status: 404, shape } }),
  );
  expect(differences).toEqual([
    { operation: 'cards.get', name: 'works', sentences: ['status: emulator 200, sandbox 404'] },
  ]);
});
