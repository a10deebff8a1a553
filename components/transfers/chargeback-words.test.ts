import { expect, test } from 'vitest';
import { chargebackWords } from './chargeback-words';

test.each([
  ['Open - Merchant debited', 'Open'],
  ['Adjustment - merchant debited', 'Decided: the payment is undone'],
  ['Adjustment - merchant paid', 'Decided: the payment stands'],
  ['Documentation received', 'Being looked at'],
  ['Representment - sent to the network', 'Contested'],
  ['Something that Astra adds tomorrow', 'Something that Astra adds tomorrow'],
  ['constructor', 'constructor'],
  ['', 'Disputed'],
  [null, 'Disputed'],
])('a dispute that Astra calls %j is called %s', (actionStatus, label) => {
  expect(chargebackWords({ actionStatus }).label).toBe(label);
});
