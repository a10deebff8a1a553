import { expect, test } from 'vitest';
import { programBadge } from './program-badge';

test('nothing is called sent or not sent while nobody knows', () => {
  for (const status of ['sending', 'unknown'] as const) {
    expect(programBadge({ status, routineStatus: null, transfer: null })).toMatchObject({
      label: 'Checking',
    });
  }
});

test('once there is a transfer, that is what counts', () => {
  const transfer = { status: 'failed', history: [{ status: 'processed' }] };
  expect(programBadge({ status: 'accepted', routineStatus: 'failed', transfer })).toMatchObject({
    label: 'Returned',
  });
});

test.each([
  [{ status: 'accepted', routineStatus: 'active' }, 'Starting'],
  [{ status: 'accepted', routineStatus: 'failed' }, 'Not sent'],
  [{ status: 'accepted', routineStatus: 'cancelled' }, 'Not sent'],
  [{ status: 'accepted', routineStatus: 'inactive' }, 'Paused'],
  [{ status: 'accepted', routineStatus: 'user_suspended' }, 'Suspended'],
  [{ status: 'refused', routineStatus: null }, 'Not sent'],
  [{ status: 'not_executed', routineStatus: null }, 'Not sent'],
] as const)('what has no transfer and is %j is called %s', (standing, label) => {
  expect(programBadge({ ...standing, transfer: null })).toMatchObject({ label });
});
