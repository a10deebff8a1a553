import { redirectUri, type TestEmulator } from './emulator';
import { authenticate } from './person';
import type { VisitedPage } from './visitor';

/** The address of a hosted page that somebody known is sent to. */
export function hostedLink(
  emulator: TestEmulator,
  path: string,
  query: Record<string, string> = {},
): string {
  const all = { client_id: emulator.clientId, redirect_uri: redirectUri, ...query };
  return `${emulator.hostedUrl}${path}?${new URLSearchParams(all)}`;
}

/** Opens such a page and passes the code. */
export function openHosted(
  emulator: TestEmulator,
  path: string,
  { phone, ...query }: { readonly phone: string } & Record<string, string>,
): Promise<VisitedPage> {
  return authenticate(emulator, hostedLink(emulator, path, { ...query, phone }), phone);
}
