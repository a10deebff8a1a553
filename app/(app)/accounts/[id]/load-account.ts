import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findAccount } from '@/lib/accounts/find-account';
import { requireUser } from '@/lib/auth/current-user';

/** The account that a page is about, asked once per request. Somebody else's does not exist. */
export const loadAccount = cache(async (id: string) => {
  const user = await requireUser();
  return (await findAccount(user.id, id)) ?? notFound();
});
