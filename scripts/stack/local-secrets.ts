import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  NEXTAUTH_SECRET: z.string(),
  TOKEN_KEYS: z.string(),
  /** With it the emulator asks the app for balances. */
  BALANCE_PASSWORD: z.string(),
});

type LocalSecrets = z.infer<typeof secrets>;

/**
 * The secrets of a local stack, made at its first start. They are kept beside the data that they
 * seal, which is only fit for a laptop. Those that an older version did not know are added.
 */
export async function localSecrets(dataFolder: string): Promise<LocalSecrets> {
  const file = path.join(dataFolder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  const stored = text === null ? {} : z.record(z.string(), z.string()).parse(JSON.parse(text));
  const all = secrets.parse({
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    TOKEN_KEYS: `local:${randomBytes(32).toString('base64')}`,
    BALANCE_PASSWORD: randomBytes(24).toString('base64url'),
    ...stored,
  });
  if (Object.keys(all).some((name) => !Object.hasOwn(stored, name))) {
    await mkdir(dataFolder, { recursive: true });
    await writeFile(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  }
  return all;
}
