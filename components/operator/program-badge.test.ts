import { expect, test } from 'vitest';
import { programBadge } from './program-badge';

test('nothing is called sent or not sent while nobody knows', () => {
  for (const status of ['sending', 'unknown'] as const) {
    expect(programBadge({ status, transfer: null })).toMatchObject({ label: 'Checking' });
  }
});

test('once there is a transfer, that is what counts', () => {
  const transfer = { status: 'failed', history: [{ status: 'processed' }] };
  expect(programBadge({ status: 'accepted', transfer })).toMatchObject({ label: 'Returned' });
  expect(programBadge({ status: 'accepted', transfer: null })).toMatchObject({ label: 'Sent' });
});
