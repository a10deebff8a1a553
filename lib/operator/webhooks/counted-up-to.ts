/** Events are counted no further, so that a full inbox is looked at as quickly as an empty one. */
export const countedUpTo = 10_000;
