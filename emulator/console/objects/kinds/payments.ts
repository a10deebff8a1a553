import { settleNow } from '../../../engine/by-hand';
import { openChargeback } from '../../../engine/chargebacks';
import { failNow, returnNow } from '../../../engine/control-money';
import type { RoutineRow, TransferRow } from '../../../state/rows-money';
import type { Store } from '../../../state/store';
import { dollars } from '../facts';
import { indexed, type Kind } from '../kind';

export const routinesKind: Kind<RoutineRow> = {
  path: '/console/routines',
  nav: '/console/routines',
  title: 'Routines',
  intro: 'Instructions to move money, once or again and again.',
  whenEmpty: 'POST /v1/routines makes one.',
  collection: 'routines',
  rows: ({ store }) => store.routines,
  summary: (row) => ({
    title: `${dollars(row.amountCents)} ${row.name}`,
    note: `${row.type} · ${row.paymentType}`,
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: [
    'requires_user_verification',
    'pending_account_authorization',
    'user_suspended',
    'active',
    'inactive',
    'cancelled',
    'failed',
    'completed',
  ],
  history: (row) => row.history,
  lookUp: ({ store }, text) => [
    indexed(store.routines, 'user', text),
    indexed(store.routines, 'from', text),
    indexed(store.routines, 'to', text),
  ],
  skip: ['status'],
  related: (row, { store }) => [
    {
      title: 'Transfers',
      source: indexed(store.transfers, 'routine', row.id),
      allHref: `/console/transfers?q=${row.id}`,
    },
  ],
  actions: [],
};

export const transfersKind: Kind<TransferRow> = {
  path: '/console/transfers',
  nav: '/console/transfers',
  title: 'Transfers',
  intro: 'Most settle by themselves. Those from the test card “Waits for you” wait for the button.',
  whenEmpty: 'A routine starts one a moment after it is created.',
  collection: 'transfers',
  rows: ({ store }) => store.transfers,
  summary: (row) => ({
    title: `${dollars(row.amountCents)} ${row.routineName}`,
    note: row.failureReason ?? `${row.routineType} · ${row.paymentType}`,
    status: row.status,
    atMs: row.initiatedMs,
  }),
  statuses: ['pending', 'processed', 'cancelled', 'failed'],
  history: (row) => row.history,
  lookUp: ({ store }, text) => [
    indexed(store.transfers, 'user', text),
    indexed(store.transfers, 'routine', text),
    indexed(store.transfers, 'to', text),
    indexed(store.transfers, 'receiver', text),
  ],
  skip: ['status'],
  related: () => [],
  actions: [
    {
      name: 'settle',
      label: 'Settle now',
      isQuick: true,
      isPossible: (row) => row.status === 'pending',
      run: settleNow,
    },
    {
      name: 'fail',
      label: 'Fail now',
      isHarmful: true,
      isPossible: (row) => row.status === 'pending',
      run: (world, id) => failNow(world, id, 'card_declined'),
    },
    {
      name: 'return',
      label: 'Return with R01',
      isHarmful: true,
      isPossible: (row, { store }) =>
        row.status === 'processed' && segmentTypes(store, row.id).has('ach_debit'),
      run: (world, id) => returnNow(world, id, 'R01'),
    },
    {
      name: 'dispute',
      label: 'Dispute',
      isHarmful: true,
      isPossible: (row, { store }) =>
        row.status === 'processed' &&
        row.chargebackId === null &&
        segmentTypes(store, row.id).has('pull'),
      run: (world, id) => void openChargeback(world, id),
    },
  ],
};

/** The sorts of legs that a transfer has; a handful. */
function segmentTypes({ segments }: Store, transferId: string): ReadonlySet<string> {
  return new Set(segments.newest('transfer', transferId, segments.size).map(({ type }) => type));
}
