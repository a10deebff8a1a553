// Next's own first import: what it needs before any other module of it is loaded.
import 'next/dist/server/node-environment-baseline';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

// When the test runner is killed, this process would go on, and start further ones.
process.once('disconnect', () => process.exit());

// Runs before each `*.db.test.ts`: a database of its own, and an environment that points at it.
const name = `test_${randomUUID().replaceAll('-', '')}`;

async function admin(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await admin(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
const url = new URL(inject('adminUrl'));
url.pathname = `/${name}`;

Object.assign(process.env, {
  DATABASE_URL: url.href,
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
  EMAIL_SERVER: 'smtp://127.0.0.1:1',
  TOKEN_KEYS: `test:${randomBytes(32).toString('base64')}`,
  ASTRA_ENVIRONMENT: 'emulator',
  ASTRA_CLIENT_ID: 'test-client',
  ASTRA_CLIENT_SECRET: 'test-client-secret',
  ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
  // Nobody listens there; a test that needs Astra starts an emulator first.
  ASTRA_API_URL: 'http://127.0.0.1:1',
  ASTRA_SECURE_URL: 'http://127.0.0.1:1',
  ASTRA_APP_URL: 'http://127.0.0.1:1',
  LOG_LEVEL: 'silent',
});

afterAll(async () => {
  const { db } = await import('@/lib/db/prisma');
  await db().$disconnect();
  await admin(`DROP DATABASE ${name} WITH (FORCE)`);
});
