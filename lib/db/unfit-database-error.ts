/** The database must not be used as it is. The sentence says why, and what to do. */
export class UnfitDatabaseError extends Error {
  override name = 'UnfitDatabaseError';
}
