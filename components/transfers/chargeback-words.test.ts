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
])('a dispute without a status, of which Astra says %j, is called %s', (actionStatus, label) => {
  expect(chargebackWords({ actionStatus }).label).toBe(label);
});

test.each([
  ['Open', 'Open - Merchant debited', 'Open', 'caution'],
  ['Open', 'Documentation received', 'Being looked at', 'info'],
  ['Open', 'Adjustment - merchant paid', 'Open', 'caution'],
  ['Open', null, 'Open', 'caution'],
  ['Won', 'Open - Merchant debited', 'Decided: the payment stands', 'positive'],
  ['Lost', 'Adjustment - merchant paid', 'Decided: the payment is undone', 'critical'],
  ['Not Disputed', null, 'Not disputed', 'neutral'],
  ['Escalated', 'Adjustment - merchant paid', 'Escalated', 'caution'],
])('a dispute that is %s at Astra, whatever is done about it (%s), is %s', (...row) => {
  const [disputeStatus, actionStatus, label, tone] = row;
  expect(chargebackWords({ disputeStatus, actionStatus })).toMatchObject({ label, tone });
});
