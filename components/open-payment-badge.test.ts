import { expect, test } from 'vitest';
import { openPaymentBadge } from './open-payment-badge';

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
