'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSession } from './adapter';
import { sessionCookieName } from './session-cookie';

/** Ends this session in the database, then forgets the cookie. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const name = sessionCookieName();
  const token = jar.get(name)?.value;
  if (token) await endSession(token);
  // With all of the cookie's attributes: a browser keeps a `__Secure-` cookie that is deleted without.
  jar.set(name, '', {
    maxAge: 0,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: name.startsWith('__Secure-'),
  });
  redirect('/sign-in');
}
