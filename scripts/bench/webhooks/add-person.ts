import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { seal } from '@/lib/tokens/vault';
import type { Parts } from './start-parts';

/** Somebody who is signed in, and connected to Astra. */
export type Person = {
  readonly userId: string;
  readonly astraUserId: string;
  /** What the browser's session cookie says. */
  readonly sessionToken: string;
};

type AtAstra = { readonly userId: string; readonly accessToken: string };

/**
 * Writes a person as signing up would leave them.
 *
 * @param astra whose token this is at Astra; made up when nobody there is going to be asked.
 */
export async function addPerson(
  { databaseUrl, env }: Parts,
  astra: AtAstra = { userId: randomUUID(), accessToken: randomUUID() },
): Promise<Person> {
  const [userId, sessionToken] = [randomUUID(), randomUUID()];
  const [id = '', key = ''] = (env['TOKEN_KEYS'] ?? '').split(':');
  const place = { table: 'astra_connections', column: 'access_token', rowId: userId };
  const sealed = seal(astra.accessToken, place, [{ id, key: Buffer.from(key, 'base64') }]);
  const sessionHash = createHash('sha256').update(sessionToken).digest('hex');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('INSERT INTO users (id, email) VALUES ($1, $2)', [
    userId,
    `${userId}@example.com`,
  ]);
  await client.query(
    `INSERT INTO astra_connections (user_id, astra_user_id, astra_user_status, status,
       access_token_sealed, access_expires_at, refresh_expires_at)
     VALUES ($1, $2, 'approved', 'active', $3, now() + interval '1 day', now() + interval '9 days')`,
    [userId, astra.userId, sealed],
  );
  await client.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at)
     VALUES ($1, $2, now() + interval '1 day')`,
    [sessionHash, userId],
  );
  await client.end();
  return { userId, astraUserId: astra.userId, sessionToken };
}
