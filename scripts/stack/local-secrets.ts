import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secrets = z.object({ NEXTAUTH_SECRET: z.string(), TOKEN_KEYS: z.string() });

/**
 * The secrets of a local stack, made at its first start. They are kept beside the data that they
 * seal, which is only fit for a laptop.
 */
export async function localSecrets(dataFolder: string): Promise<z.infer<typeof secrets>> {
  const file = path.join(dataFolder, 'secrets.json');
  const stored = await readFile(file, 'utf8').catch(() => null);
  if (stored !== null) return secrets.parse(JSON.parse(stored));

  const made = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    TOKEN_KEYS: `local:${randomBytes(32).toString('base64')}`,
  };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
