import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { getAccessToken } from './get-access-token';
import { openToken } from './sealed-tokens';

const emulator = await useEmulator();

/** The files in which PostgreSQL keeps this database, and its log of every change. */
async function databaseFiles(): Promise<Buffer[]> {
  await db().$executeRaw`CHECKPOINT`;
  const [place] = await db().$queryRaw<{ folder: string; name: string }[]>`
    SELECT current_setting('data_directory') AS folder, oid::text AS name
    FROM pg_database WHERE datname = current_database()`;
  const folders = [`base/${place?.name}`, 'pg_wal'].map((name) =>
    path.join(place?.folder ?? '', name),
  );
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((one) => one.isFile()).map(({ name }) => path.join(folder, name));
    }),
  );
  // PostgreSQL may put a file away meanwhile.
  const gone = Buffer.alloc(0);
  return Promise.all(files.flat().map((file) => readFile(file).catch(() => gone)));
}

test('no token stands as it is in the files of the database, its log of changes included', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 30_000 });
  const { accessToken } = await getAccessToken(user.id);
  const { refreshTokenSealed } = await db().astraConnection.findUniqueOrThrow({
    where: { userId: user.id },
  });
  const refreshToken = openToken(refreshTokenSealed ?? '', user.id, 'refresh_token');
  const files = await databaseFiles();
  const holding = (text: string) => files.filter((bytes) => bytes.includes(text)).length;
  // The search does find what is stored as it is.
  expect(holding(user.email)).toBeGreaterThan(1);
  expect([holding(accessToken), holding(refreshToken)]).toEqual([0, 0]);
});
