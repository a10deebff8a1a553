import type { CardStatus, UserStatus } from '../state/rows';

type Ways<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/**
 * What may follow a user's status. Source: reference, "User Statuses". What follows `document` and
 * `suspended` is not listed there; recurring routines come back after a suspension, so people do.
 */
export const userWays: Ways<UserStatus> = {
  pending: ['approved', 'retry', 'document', 'rejected'],
  approved: ['suspended'],
  retry: ['approved', 'document', 'rejected'],
  document: ['approved', 'rejected'],
  rejected: [],
  suspended: ['approved'],
};

/** What may follow a card's status: a flagged one waits for the client's decision. */
export const cardWays: Ways<CardStatus> = {
  approved: ['flagged', 'rejected', 'removed'],
  flagged: ['approved', 'rejected', 'removed'],
  rejected: ['removed'],
  removed: [],
};
