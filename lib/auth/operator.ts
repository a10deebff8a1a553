import 'server-only';
import { notFound } from 'next/navigation';
import { env } from '@/lib/env';
import { requireUser, type SignedInUser } from './current-user';

/**
 * Whether this person runs the program. An operator sees what people need help with, and gets no
 * right whatever to act as one of them.
 */
export function isOperator(user: SignedInUser): boolean {
  return env().OPERATOR_EMAILS.includes(user.email.toLowerCase());
}

/** The operator who sent this request. For everybody else the page does not exist. */
export async function requireOperator(): Promise<SignedInUser> {
  const user = await requireUser();
  return isOperator(user) ? user : notFound();
}
