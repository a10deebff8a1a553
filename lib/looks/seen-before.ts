/**
 * A condition for an UPDATE of any row with `seen_at`: what it holds was asked for before this.
 *
 * Looks at one resource may overtake each other, because not all of them stand in its queue: people
 * who wait for an answer have theirs made at once. An answer that was held up on its way then must
 * not undo what a newer one, or the answer to a change of our own, has written; nothing would look
 * again. Whoever writes sets `seenAt` too.
 *
 * @param seenAt database time: of a moment before Astra was asked, or, for a change that Astra has
 * confirmed, after its answer.
 */
export function seenBefore(seenAt: Date) {
  return { seenAt: { lt: seenAt } };
}
