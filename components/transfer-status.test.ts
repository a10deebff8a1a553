import { expect, test } from 'vitest';
import { transferBadge } from './transfer-status';

const processed = [{ status: 'processed' }];

test.each([
  [{ status: 'pending' }, 'Pending'],
  [{ status: 'processed' }, 'Processed'],
  [{ status: 'processed', history: processed, chargebacks: [] }, 'Processed'],
  [{ status: 'processed', chargebacks: [{}] }, 'Disputed'],
  [{ status: 'failed', history: [{ status: 'pending' }] }, 'Failed'],
  [{ status: 'failed', history: processed }, 'Returned'],
  [{ status: 'cancelled' }, 'Cancelled'],
  [{ status: 'on_hold' }, 'on_hold'],
])('a transfer that is %j is called %s', (transfer, label) => {
  expect(transferBadge(transfer).label).toBe(label);
});
