import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-text';
import { createRandom } from '../random';
import { StartError } from '../start-error';

const credentials = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
});

/** The partner's keys, as its page on Astra's dashboard would show them. */
export type ClientKeys = { readonly clientId: string; readonly clientSecret: string };

/**
 * Reads the keys kept in `dataDir`, making folder and keys at first use. They stay the same from then
 * on, so a partner app is configured once.
 *
 * @throws StartError when the stored file cannot be understood
 */
export function readOrCreateClient(dataDir: string): ClientKeys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'client.json');
  return read(path) ?? create(path);
}

function read(path: string): ClientKeys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const stored = credentials.parse(JSON.parse(text));
    return { clientId: stored.client_id, clientSecret: stored.client_secret };
  } catch {
    throw new StartError(`${path} cannot be read as client keys. Delete it to get new ones.`);
  }
}

function create(path: string): ClientKeys {
  const random = createRandom();
  const keys = { client_id: random.hex(32), client_secret: random.hex(32) };
  const draft = `${path}.${random.hex(8)}`;
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  try {
    // Never overwrites: if another process was first, its keys are everybody's.
    linkSync(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const stored = read(path);
  if (stored === undefined) throw new StartError(`${path} could not be written.`);
  return stored;
}
