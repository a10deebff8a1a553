import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/current-user';
import { findCard } from '@/lib/cards/find-card';

/** The card of an address, and whose it is. For anybody else there is no such page. */
export const loadCard = cache(async (cardId: string) => {
  const user = await requireUser();
  return { user, card: (await findCard(user.id, cardId)) ?? notFound() };
});
