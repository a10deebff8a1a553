import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const secureHost = 'http://127.0.0.1:4011';

beforeEach(() => {
  const variables = {
    DATABASE_URL: 'postgresql://localhost/app',
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    EMAIL_SERVER: 'smtp://127.0.0.1:1',
    TOKEN_KEYS: `test:${Buffer.alloc(32).toString('base64')}`,
    ASTRA_ENVIRONMENT: 'emulator',
    ASTRA_CLIENT_ID: 'id',
    ASTRA_CLIENT_SECRET: 'secret',
    ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
    ASTRA_API_URL: 'http://127.0.0.1:4010',
    ASTRA_SECURE_URL: secureHost,
    ASTRA_APP_URL: 'http://127.0.0.1:4012',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Where a page may send to, by the policy that its document gets. */
async function connectSources(path: string, directEntry: string): Promise<string> {
  vi.stubEnv('DIRECT_ENTRY', directEntry);
  const { proxy } = await import('./proxy');
  const response = proxy(new NextRequest(`http://localhost:3000${path}`));
  const policy = response.headers.get('content-security-policy') ?? '';
  return policy.split('; ').find((directive) => directive.startsWith('connect-src')) ?? '';
}

test.each(['/cards/add/by-number', '/accounts/add/by-number'])(
  '%s may send to the secure host when numbers may be typed here',
  async (path) => {
    expect(await connectSources(path, 'secure-host')).toBe(`connect-src 'self' ${secureHost}`);
    vi.resetModules();
    expect(await connectSources(path, 'off')).toBe("connect-src 'self'");
  },
);

test.each([
  '/',
  '/cards',
  '/cards/add',
  '/cards/add/by-number/more',
  '/accounts/add',
  '/send',
  '/astra/finished',
])('%s may send to this app alone', async (path) => {
  expect(await connectSources(path, 'secure-host')).toBe("connect-src 'self'");
});
