import { changeCard } from '../../../engine/by-hand';
import { cardWays } from '../../../rules/status-ways';
import type { CardRow, CardStatus } from '../../../state/rows';
import { type Action, indexed, type Kind } from '../kind';
import { movementsOf } from './movements';

/** A button that gives a card a status, where one may follow. */
function become(
  name: string,
  label: string,
  status: CardStatus,
  isHarmful = false,
): Action<CardRow> {
  return {
    name,
    label,
    isHarmful,
    isPossible: (card) => cardWays[card.status].includes(status),
    run: (world, id) => changeCard(world, id, status),
  };
}

export const cardsKind: Kind<CardRow> = {
  path: '/console/cards',
  nav: '/console/cards',
  title: 'Cards',
  intro: 'Debit cards. Of each number only the first six and last four digits are known.',
  whenEmpty: 'People add cards on the hosted pages; POST /v1/cards on the secure host does too.',
  collection: 'cards',
  rows: ({ store }) => store.cards,
  summary: (row) => ({
    title: `${row.company} ···· ${row.lastFour}`,
    note: `${row.firstName} ${row.lastName}`,
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: Object.keys(cardWays),
  history: (row) => row.history,
  lookUp: ({ store }, text) => [indexed(store.cards, 'user', text)],
  skip: ['status'],
  related: (row, { store }) => movementsOf(store, row),
  actions: [
    become('approve', 'Approve', 'approved'),
    become('flag', 'Flag', 'flagged'),
    become('reject', 'Reject', 'rejected', true),
    become('remove', 'Remove', 'removed', true),
  ],
};
