import { decideChargeback } from '../../../engine/chargebacks';
import { instrumentBalance, receiveInboundPayment } from '../../../engine/instruments';
import { setLinkStatus } from '../../../engine/link-status';
import { notFound } from '../../../server/problem';
import type {
  BatchRow,
  ChargebackRow,
  InstrumentRow,
  PaymentLinkRow,
} from '../../../state/rows-money';
import { dollars } from '../facts';
import { indexed, type Kind } from '../kind';

const nav = '/console/transfers';

export const linksKind: Kind<PaymentLinkRow> = {
  path: '/console/links',
  nav,
  title: 'Payment links',
  intro: 'Pages on which anybody can pay somebody by card. The contract is assumed.',
  whenEmpty: 'POST /v1/payment_links makes one.',
  collection: 'paymentLinks',
  rows: ({ store }) => store.paymentLinks,
  summary: (row) => ({
    title: `${dollars(row.amountCents)} ${row.name}`,
    note: row.singleUse ? 'paid once' : 'paid any number of times',
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: ['active', 'paid', 'expired', 'cancelled'],
  history: (row) => row.history,
  lookUp: ({ store }, text) => [indexed(store.paymentLinks, 'user', text)],
  skip: ['status'],
  more: (row, { places }) => [['Page', `${places.hostedUrl}/pay/${row.id}`]],
  related: () => [],
  actions: [
    {
      name: 'cancel',
      label: 'Cancel link',
      isHarmful: true,
      isPossible: (row) => row.status === 'active',
      run: (world, id) => {
        const row = world.store.paymentLinks.get(id);
        if (row === undefined) throw notFound();
        setLinkStatus(world, row, 'cancelled');
      },
    },
  ],
};

export const instrumentsKind: Kind<InstrumentRow> = {
  path: '/console/instruments',
  nav,
  title: 'Payment instruments',
  intro: 'The partner’s own settlement accounts. They are there from the start.',
  whenEmpty: 'A reset makes them anew.',
  collection: 'instruments',
  rows: ({ store }) => store.instruments,
  summary: (row, world) => ({
    title: `${row.name} ···· ${row.accountNumber.slice(-4)}`,
    note: dollars(instrumentBalance(world, row.id)),
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: [],
  history: () => [],
  lookUp: () => [],
  skip: ['status', 'accountNumber'],
  more: (row, world) => [['Balance', dollars(instrumentBalance(world, row.id))]],
  related: () => [],
  actions: [
    {
      name: 'receive',
      label: 'Receive $100.00 by ACH',
      isPossible: () => true,
      run: (world, id) => {
        const payment = { amountCents: 10_000, type: 'Ach' } as const;
        if (!receiveInboundPayment(world, id, payment)) throw notFound();
      },
    },
  ],
};

export const batchesKind: Kind<BatchRow> = {
  path: '/console/batches',
  nav,
  title: 'Batch transfers',
  intro: 'One debit of the partner for a day of payments in net mode.',
  whenEmpty: 'Payments from account to card with net_debit come into one on the next banking day.',
  collection: 'batches',
  rows: ({ store }) => store.batches,
  summary: (row) => ({
    title: dollars(row.amountCents),
    note: `${row.transferIds.length} transfers`,
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: ['pending', 'processed'],
  history: (row) => row.history,
  lookUp: () => [],
  skip: ['status'],
  related: () => [],
  actions: [],
};

export const chargebacksKind: Kind<ChargebackRow> = {
  path: '/console/chargebacks',
  nav,
  title: 'Chargebacks',
  intro: 'Payments that the owner of a card disputes.',
  whenEmpty: 'Open one on the page of a processed transfer from a card.',
  collection: 'chargebacks',
  rows: ({ store }) => store.chargebacks,
  summary: (row) => ({
    title: `${dollars(row.amountCents)} ${row.description}`,
    note: row.code,
    status: row.disputeStatus,
    atMs: row.createdMs,
  }),
  statuses: ['Open', 'Won', 'Lost'],
  history: (row) => row.history,
  lookUp: () => [],
  skip: ['disputeStatus'],
  related: () => [],
  actions: [
    {
      name: 'win',
      label: 'The partner wins',
      isPossible: (row) => row.disputeStatus === 'Open',
      run: (world, id) => void decideChargeback(world, id, 'Won'),
    },
    {
      name: 'lose',
      label: 'The partner loses',
      isHarmful: true,
      isPossible: (row) => row.disputeStatus === 'Open',
      run: (world, id) => void decideChargeback(world, id, 'Lost'),
    },
  ],
};
