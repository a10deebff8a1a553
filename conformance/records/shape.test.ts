import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from './shape';

test('a shape has keys and types', () => {
  expect(shapeOf({ id: 'card-1', amount: 4.99, active: true, source: { id: null } })).toEqual({
    body: 'object',
    id: 'string',
    amount: 'number',
    active: 'boolean',
    source: 'object',
    'source.id': 'null',
  });
});

test('the entries of a list are laid over one another', () => {
  const cards = [{ id: 'a', user_id: null }, { id: 'b', user_id: 'u' }, { id: 'c' }];
  expect(shapeOf({ cards })).toEqual({
    body: 'object',
    cards: 'list',
    'cards[]': 'object',
    'cards[].id': 'string',
    'cards[].user_id': 'absent or null or string',
  });
});

test('an empty list says nothing of its entries', () => {
  expect(shapeOf({ cards: [] })).toEqual({ body: 'object', cards: 'list' });
});

test('no value is ever kept', () => {
  const types = /^(absent|boolean|list|null|number|object|string)( or \w+)*$/;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const type of Object.values(shapeOf(value))) expect(type).toMatch(types);
    }),
  );
});
