import { expect, test } from 'vitest';
import { returnReason } from './return-codes';

const common = ['R01', 'R02', 'R03', 'R04', 'R07', 'R08', 'R09', 'R10', 'R16', 'R20', 'R29'];

test.each(common)('%s is told in two sentences, without the code and without jargon', (code) => {
  const { happened, whatToDo } = returnReason(code) ?? { happened: '', whatToDo: '' };
  for (const sentence of [happened, whatToDo]) {
    expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
    expect(sentence).not.toMatch(/R\d\d|ACH|RDFI|ODFI|entry/);
  }
});

test('a code with words after it is the same code', () => {
  expect(returnReason('R01 - Insufficient Funds')).toEqual(returnReason('R01'));
});

test.each([null, '', 'R99', 'R1', 'R011', 'r01', 'card_declined', 'constructor'])(
  '%j is no return code that we know',
  (reason) => {
    expect(returnReason(reason)).toBeNull();
  },
);
