import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/current-user';
import { findTransfer } from '@/lib/transfers/detail/find-transfer';

/** The transfer that a page is about, if it is of whoever asks. Looked up once per request. */
export const loadTransfer = cache(async (id: string) => {
  const user = await requireUser();
  return (await findTransfer(user.id, id)) ?? notFound();
});
