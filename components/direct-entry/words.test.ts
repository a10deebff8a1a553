import { expect, test } from 'vitest';
import { binWords } from './bin-words';
import { refusalWords } from './refusal-words';

test.each([
  [undefined, ''],
  [null, 'We could not tell which bank this card is from. You can try to add it all the same.'],
  [
    { brand: null, type: null, issuer: null },
    'We could not tell which bank this card is from. You can try to add it all the same.',
  ],
  [{ brand: 'visa', type: 'DEBIT', issuer: 'Sandbox Bank' }, 'Visa debit from Sandbox Bank.'],
  [{ brand: null, type: null, issuer: 'Sandbox Bank' }, 'A card from Sandbox Bank.'],
  [{ brand: 'Mastercard', type: null, issuer: null }, 'Mastercard.'],
])('the first digits %j are told as %j', (facts, words) => {
  expect(binWords(facts)).toEqual({ words, isCaution: false });
});

test('a credit card is said to be of no use before it is sent', () => {
  const facts = { brand: 'Visa', type: 'Credit', issuer: null };
  const { words, isCaution } = binWords(facts);
  expect(words).toContain('Only debit cards');
  expect(isCaution).toBe(true);
});

const isField = (name: string) => name === 'zip_code';

test('a refusal of a field stands beside it', () => {
  const refusal = { description: 'no', fields: { zip_code: ['Wrong.', 'Really.'], other: ['x'] } };
  expect(refusalWords(refusal, isField)).toEqual({
    message: expect.stringContaining('check the marked fields'),
    fields: { zip_code: 'Astra says: Wrong. Really.' },
    isThereAlready: false,
  });
});

test.each([
  ['No such bank.', 'Astra did not accept this (No such bank), and nothing was added.'],
  ['', 'Astra did not accept this, and nothing was added.'],
])('a refusal that names no field of the form is told on top', (description, message) => {
  const refusal = { description, fields: { institution_id: ['Wrong.'] } };
  expect(refusalWords(refusal, isField)).toEqual({ message, fields: {}, isThereAlready: false });
});

test('what is there already is told without Astra’s words for it', () => {
  expect(refusalWords({ description: 'Account Already Exists', fields: {} }, isField)).toEqual({
    message: 'You have added this already, so nothing was added now.',
    fields: {},
    isThereAlready: true,
  });
});
