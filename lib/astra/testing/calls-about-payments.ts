import { cents } from '../money';
import {
  exampleNestedRoutine,
  examplePaymentLink,
  exampleRoutine,
  exampleTransfer,
} from './example-answers';
import { answered, listed, type OneCall, silent } from './one-call';
import { accessToken, aRoutine } from './test-client';

const id = 'an-id';
const given = { accessToken, id };
const amount_cents = cents(499);

const leastTransfer = { id, status: 'pending', amount: 4.99 };
const leastLink = { id, url: examplePaymentLink.url, status: 'active', amount: 4.99 };
const preview = { id, astra_fee: 0.3, customer_fee: 0, pull_amount: 5.29, push_amount: 4.99 };
const { client_correlation_id: _, ...previewed } = aRoutine;
const nested = {
  name: 'Lunch',
  amount_cents,
  source: { id: 'from' },
  destination: { id: 'to', user_id: 'u' },
  client_correlation_id: 'ABCD1234',
};

/** Money on its way. */
export const paymentCalls = {
  'routines.preview': {
    documented: 'Bearer POST api /v1/routines/preview 201',
    call: ({ routines }) => routines.preview({ accessToken, routine: previewed }),
    full: {
      ...preview,
      source: 'card-1',
      destination: 'card-2',
      estimated_settlement: 'instant',
      payment_type: 'debit',
      routine_type: 'one-time',
      created: exampleTransfer.initiated,
    },
    minimal: preview,
  },
  'routines.create': {
    documented: 'Bearer POST api /v1/routines 201',
    call: ({ routines }) => routines.create({ accessToken, routine: aRoutine }),
    ...answered(exampleRoutine),
  },
  'routines.accountToCard': {
    documented: 'Bearer POST api /v1/routines/account-to-card 201',
    call: ({ routines }) =>
      routines.accountToCard({ accessToken, routine: { ...nested, settlement_mode: 'net_debit' } }),
    ...answered(exampleNestedRoutine),
  },
  'routines.cardToAccount': {
    documented: 'Bearer POST api /v1/routines/card-to-account 201',
    call: ({ routines }) => routines.cardToAccount({ accessToken, routine: nested }),
    ...answered(exampleNestedRoutine),
  },
  'routines.book': {
    documented: 'Bearer POST api /v1/routines/book 201',
    call: ({ routines }) =>
      routines.book({
        accessToken,
        routine: { name: 'Reserve', amount_cents, source_id: 'from', destination_id: 'to' },
      }),
    ...answered({ id, transfer_id: 't' }),
  },
  'routines.list': {
    documented: 'Bearer GET api /v1/routines 200',
    call: ({ routines }) => routines.list(given).firstPage(),
    ...listed('routines', exampleRoutine),
  },
  'routines.get': {
    documented: 'Bearer GET api /v1/routines/{id} 200',
    call: ({ routines }) => routines.get(given),
    ...answered(exampleRoutine),
  },
  'routines.update': {
    documented: 'Bearer PUT api /v1/routines/{id} 200',
    call: ({ routines }) => routines.update({ ...given, changes: { active: false } }),
    ...answered(exampleRoutine),
  },
  'routines.delete': {
    documented: 'Bearer DELETE api /v1/routines/{id} 204',
    call: ({ routines }) => routines.delete(given),
    ...silent,
  },
  'routines.listTransfers': {
    documented: 'Bearer GET api /v1/routines/{id}/transfers 200',
    call: ({ routines }) => routines.listTransfers(given).firstPage(),
    ...listed('transfers', exampleTransfer),
  },
  'transfers.list': {
    documented: 'Bearer GET api /v1/transfers 200',
    call: ({ transfers }) => transfers.list({ accessToken }).firstPage(),
    ...listed('transfers', exampleTransfer),
  },
  'transfers.get': {
    documented: 'Bearer GET api /v1/transfers/{id} 200',
    call: ({ transfers }) => transfers.get(given),
    full: exampleTransfer,
    minimal: leastTransfer,
  },
  'transfers.listSegments': {
    documented: 'Bearer GET api /v1/transfers/{id}/segments 200',
    call: ({ transfers }) => transfers.listSegments(given).firstPage(),
    ...listed('segments', { id, type: 'pull', status: 'processed', amount: 4.99 }),
  },
  'transfers.cancel': {
    documented: 'Bearer POST api /v1/transfers/{id}/cancel 200',
    call: ({ transfers }) => transfers.cancel(given),
    full: { ...exampleTransfer, status: 'cancelled' },
    minimal: leastTransfer,
  },
  'transfers.getBatch': {
    documented: 'Basic GET api /v1/batch_transfers/{id} 200',
    call: ({ transfers }) => transfers.getBatch(id),
    ...answered({ id, status: 'processed', amount: 4.99, transfer_count: 1, transfers: ['t'] }),
  },
  'transactions.list': {
    documented: 'Bearer GET api /v1/transactions 200',
    call: ({ transactions }) =>
      transactions
        .list({ accessToken, date_start: '2026-02-01', date_end: '2026-02-28' })
        .firstPage(),
    ...listed('transactions', {
      id,
      name: 'Tea',
      amount: -4.99,
      date: '2026-02-03',
      pending: true,
    }),
  },
  'paymentLinks.create': {
    documented: 'Bearer POST api /v1/payment_links 201',
    call: ({ paymentLinks }) =>
      paymentLinks.create({
        accessToken,
        link: { name: 'Rent', amount_cents, destination_id: 'card-1' },
      }),
    full: examplePaymentLink,
    minimal: leastLink,
  },
  'paymentLinks.list': {
    documented: 'Bearer GET api /v1/payment_links 200',
    call: ({ paymentLinks }) => paymentLinks.list({ accessToken }).firstPage(),
    ...listed('payment_links', examplePaymentLink),
  },
  'paymentLinks.get': {
    documented: 'Bearer GET api /v1/payment_links/{id} 200',
    call: ({ paymentLinks }) => paymentLinks.get(given),
    full: examplePaymentLink,
    minimal: leastLink,
  },
  'paymentLinks.cancel': {
    documented: 'Bearer POST api /v1/payment_links/{id}/cancel 200',
    call: ({ paymentLinks }) => paymentLinks.cancel(given),
    full: examplePaymentLink,
    minimal: leastLink,
  },
} satisfies Record<string, OneCall>;
