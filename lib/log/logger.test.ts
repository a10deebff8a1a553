import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** Runs this code in a process of its own and gives the lines that it logged. */
async function linesOf(code: string): Promise<string> {
  const words = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval'];
  const { stdout } = await promisify(execFile)(process.execPath, [...words, code], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  return stdout;
}

const environment = {
  DATABASE_URL: 'postgresql://app@127.0.0.1:1/app',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  EMAIL_SERVER: 'smtp://127.0.0.1:1',
  TOKEN_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  ASTRA_ENVIRONMENT: 'emulator',
  ASTRA_CLIENT_ID: 'id',
  ASTRA_CLIENT_SECRET: 'canary-client-secret',
  ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
  ASTRA_API_URL: 'http://127.0.0.1:1',
  ASTRA_SECURE_URL: 'http://127.0.0.1:1',
  ASTRA_APP_URL: 'http://127.0.0.1:1',
  LOG_LEVEL: 'trace',
};

test('a secret that is logged by mistake is blacked out, a few levels deep', async () => {
  const lines = await linesOf(`
    const { log } = await import('./lib/log/logger.ts');
    const secrets = { accessToken: 'canary', refresh_token: 'canary', ssn: 'canary', token: 'canary',
      authorization: 'canary', cookie: 'canary', card_number: 'canary', date_of_birth: 'canary' };
    log().info({ id: 'kept', ...secrets, request: { ...secrets, body: secrets } }, 'a line');`);
  expect(lines).toContain('"id":"kept"');
  expect(lines).toContain('[redacted]');
  expect(lines).not.toContain('canary');
});

test('calls to Astra that fail are logged with their reason, and without what they carried', async () => {
  const lines = await linesOf(`
    const { log } = await import('./lib/log/logger.ts');
    const { astra } = await import('./lib/partner/astra.ts');
    const accessToken = 'canary-access-token';
    const failing = [
      () => astra().users.me({ accessToken }),
      () => astra().tokens.refresh({ refreshToken: 'canary-refresh-token' }),
      () => astra().tokens.exchangeCode({ code: 'canary-code' }),
      () => astra().userIntents.create({ first_name: 'Canary', ssn: 'canary-ssn' }),
    ];
    for (const call of failing) await call().catch((err) => log().error({ err }, 'a call failed'));
    console.log(astra(), 'printed');`);
  expect(lines).toContain('/v1/oauth/token');
  expect(lines).toContain('"errorKind":"connection"');
  expect(lines).not.toMatch(/canary/i);
});
