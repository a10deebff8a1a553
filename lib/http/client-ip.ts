import 'server-only';
import { isIP } from 'node:net';
import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { keepsSocketAddress } from './keep-socket-address';

/**
 * The address of the person's device, which Astra's identity check wants. Each proxy appends the
 * address it saw to `X-Forwarded-For`; only as many entries as we have proxies can be trusted,
 * counted from the right, because everything before was written by the sender. Without a proxy the
 * address is the socket's (`keep-socket-address.ts`).
 */
export async function clientIp(): Promise<string> {
  const { TRUSTED_PROXY_HOPS, DEV_CLIENT_IP } = env();
  if (DEV_CLIENT_IP) return DEV_CLIENT_IP;
  const forwarded = (await headers()).get('x-forwarded-for') ?? '';
  const isBelievable = TRUSTED_PROXY_HOPS > 0 || keepsSocketAddress();
  const entry = forwarded.split(',').at(-Math.max(1, TRUSTED_PROXY_HOPS))?.trim() ?? '';
  const address = entry.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isBelievable || isIP(address) === 0)
    throw new Error('The device address is unknown: check TRUSTED_PROXY_HOPS.');
  return address;
}
