import { expect, test } from 'vitest';
import { isPlanned, openPaymentBadge } from './open-payment-badge';

test.each([
  [{ status: 'sending' }, 'Checking'],
  [{ status: 'unknown', starts: 'Monday, January 6, 2031' }, 'Checking'],
  [{ status: 'accepted', routineStatus: null }, 'Starting'],
  [{ status: 'accepted', routineStatus: 'active', starts: 'Monday, January 6, 2031' }, 'Planned'],
  [{ status: 'accepted', routineStatus: 'inactive', starts: 'Monday, January 6, 2031' }, 'Paused'],
  [{ status: 'accepted', routineStatus: 'user_suspended' }, 'Suspended'],
  [{ status: 'accepted', routineStatus: 'requires_user_verification' }, 'Waiting'],
  [{ status: 'accepted', routineStatus: 'pending_account_authorization' }, 'Waiting'],
  [{ status: 'accepted', routineStatus: 'completed' }, 'Checking'],
  [{ status: 'accepted', routineStatus: 'failed' }, 'Not sent'],
  [{ status: 'accepted', routineStatus: 'cancelled' }, 'Not sent'],
  [{ status: 'accepted', routineStatus: 'some_day_new' }, 'Starting'],
] as const)('a payment without a transfer that is %j is called %s', (payment, label) => {
  expect(openPaymentBadge(payment).label).toBe(label);
});

test.each([
  ['active', true],
  [null, true],
  ['inactive', false],
  ['cancelled', false],
])('a payment for a later day whose routine is %s is planned: %s', (routineStatus, expected) => {
  const starts = 'Monday, January 6, 2031';
  expect(isPlanned({ status: 'accepted', routineStatus, starts })).toBe(expected);
});
