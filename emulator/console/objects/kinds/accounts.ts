import { changeConnection } from '../../../engine/by-hand';
import type { AccountRow, TransactionRow } from '../../../state/rows-accounts';
import { dollars } from '../facts';
import { indexed, type Kind } from '../kind';
import { movementsOf } from './movements';

export const accountsKind: Kind<AccountRow> = {
  path: '/console/accounts',
  nav: '/console/accounts',
  title: 'Bank accounts',
  intro: 'Linked bank accounts. Of each number only the last four digits are known.',
  whenEmpty: 'They come from the hosted pages, by number, or by a Plaid processor token.',
  collection: 'accounts',
  rows: ({ store }) => store.accounts,
  summary: (row) => ({
    title: `${row.name} ···· ${row.mask}`,
    note: `${row.institutionName} · ${row.subtype}`,
    status: row.connectionStatus,
    atMs: row.createdMs,
  }),
  statuses: ['connected', 'error'],
  history: (row) => row.history,
  lookUp: ({ store }, text) => [indexed(store.accounts, 'user', text)],
  skip: ['connectionStatus', 'fingerprint'],
  related: (row, { store }) => [
    ...movementsOf(store, row),
    {
      title: 'Transactions',
      source: indexed(store.transactions, 'account', row.id),
      allHref: `/console/transactions?q=${row.id}`,
    },
  ],
  actions: [
    {
      name: 'break',
      label: 'Break connection',
      isHarmful: true,
      isPossible: (row) => row.connectionStatus === 'connected',
      run: (world, id) => changeConnection(world, id, 'error'),
    },
    {
      name: 'mend',
      label: 'Mend connection',
      isPossible: (row) => row.connectionStatus === 'error',
      run: (world, id) => changeConnection(world, id, 'connected'),
    },
  ],
};

export const transactionsKind: Kind<TransactionRow> = {
  path: '/console/transactions',
  nav: '/console/accounts',
  title: 'Transactions',
  intro: 'What banks tell about the movements on linked accounts.',
  whenEmpty: 'A linked account brings a month of them; one made by number has none.',
  collection: 'transactions',
  rows: ({ store }) => store.transactions,
  summary: (row) => ({
    title: `${dollars(row.amountCents)} ${row.name}`,
    note: `${row.category} · ${row.date}`,
    status: row.pending ? 'pending' : null,
    atMs: null,
  }),
  statuses: ['pending'],
  history: () => [],
  lookUp: ({ store }, text) => [
    indexed(store.transactions, 'account', text),
    indexed(store.transactions, 'user', text),
  ],
  skip: ['pending'],
  related: () => [],
  actions: [],
};
