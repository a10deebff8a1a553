import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { callbackPath } from '../callback-path';

/** The reference of a visit, as the page's address has it. */
export const visitReference = z.uuid();

/** Where the stand-in sends people back to: only into this app, at the end of a trip. */
export const visitReturn = z.string().refine((url) => {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  return origin === new URL(env().NEXTAUTH_URL).origin && pathname.startsWith(callbackPath);
});

/** The page of a visit, which is told the way back. */
export function visitUrl(reference: string, returnUrl: string): string {
  const url = new URL(`/accounts/add/bank/stand-in/${reference}`, env().NEXTAUTH_URL);
  url.searchParams.set('return', returnUrl);
  return url.href;
}
