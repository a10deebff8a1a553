import { expect, test } from 'vitest';
import { transferBadge } from './transfer-status';

const processed = [{ status: 'processed' }];

test.each([
  [{ status: 'pending' }, 'Pending'],
  [{ status: 'processed' }, 'Processed'],
  [{ status: 'processed', history: processed, chargebacks: [] }, 'Processed'],
  [{ status: 'processed', chargebacks: [{}] }, 'Disputed'],
  [{ status: 'processed', chargebacks: [{ disputeStatus: 'Open' }] }, 'Disputed'],
  [{ status: 'processed', chargebacks: [{ disputeStatus: 'Escalated' }] }, 'Disputed'],
  [{ status: 'processed', chargebacks: [{ disputeStatus: 'Won' }] }, 'Processed'],
  [{ status: 'processed', chargebacks: [{ disputeStatus: 'Not Disputed' }] }, 'Processed'],
  [{ status: 'processed', chargebacks: [{ disputeStatus: 'Lost' }] }, 'Charged back'],
  [
    { status: 'processed', chargebacks: [{ disputeStatus: 'Won' }, { disputeStatus: 'Open' }] },
    'Disputed',
  ],
  [{ status: 'failed', history: [{ status: 'pending' }] }, 'Failed'],
  [{ status: 'failed', history: processed }, 'Returned'],
  [{ status: 'cancelled' }, 'Cancelled'],
  [{ status: 'on_hold' }, 'on_hold'],
])('a transfer that is %j is called %s', (transfer, label) => {
  expect(transferBadge(transfer).label).toBe(label);
});
