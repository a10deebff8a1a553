import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { withinRequest } from '@/testing/requests/next-request';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The device address behind so many proxies of ours, from this header. */
async function ipOf(forwarded: string | null, variables: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { clientIp } = await import('./client-ip');
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  return (await withinRequest({ headers }, clientIp)).result;
}

test.each([
  ['198.51.100.7', '1', '198.51.100.7'],
  ['6.6.6.6, 198.51.100.7', '1', '198.51.100.7'],
  ['6.6.6.6, 198.51.100.7, 10.0.0.1', '2', '198.51.100.7'],
  ['6.6.6.6,198.51.100.7,10.0.0.2,10.0.0.1', '3', '198.51.100.7'],
  ['2001:db8::1', '1', '2001:db8::1'],
  ['::ffff:198.51.100.7', '1', '198.51.100.7'],
])(
  '%j behind %s proxies is the device %s, whatever the sender wrote before',
  async (header, hops, address) => {
    expect(await ipOf(header, { TRUSTED_PROXY_HOPS: hops })).toBe(address);
  },
);

test.each([
  [null, '1'],
  ['', '1'],
  ['unknown', '1'],
  ['198.51.100.7', '2'],
  ['198.51.100.7, <script>', '1'],
])('%j behind %s proxies is no address, and none is invented', async (header, hops) => {
  await expect(ipOf(header, { TRUSTED_PROXY_HOPS: hops })).rejects.toThrow(
    'check TRUSTED_PROXY_HOPS',
  );
});

test('a developer may name an address that stands in for 127.0.0.1', async () => {
  expect(await ipOf('127.0.0.1', { DEV_CLIENT_IP: '192.0.2.9' })).toBe('192.0.2.9');
});

test('without a proxy, the address is that of the connection, whatever the sender wrote', async () => {
  await expect(ipOf('6.6.6.6', { TRUSTED_PROXY_HOPS: '0' })).rejects.toThrow('TRUSTED_PROXY_HOPS');
  const { keepSocketAddress } = await import('./keep-socket-address');
  keepSocketAddress();
  const server = createServer((request, response) => {
    response.end(request.headers['x-forwarded-for']);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const headers = { 'x-forwarded-for': '6.6.6.6, 7.7.7.7' };
  const seen = await (await fetch(`http://127.0.0.1:${port}`, { headers })).text();
  server.close();
  expect(seen).toBe('127.0.0.1');
  expect(await ipOf(seen, { TRUSTED_PROXY_HOPS: '0' })).toBe('127.0.0.1');
});
