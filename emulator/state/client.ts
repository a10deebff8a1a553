import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-text';
import { createRandom, createSeededRandom, type Random } from '../random';
import { StartError } from '../start-error';

const credentials = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  /** The secret from before the last rotation. */
  old_secret: z
    .object({ secret: z.string().min(1), accepted_until_ms: z.number() })
    .nullish()
    .default(null),
  webhooks_signed_with: z.enum(['new', 'old']).default('new'),
});

type Credentials = z.output<typeof credentials>;

/** The partner's keys, as its page on Astra's dashboard would show them. */
export type ClientKeys = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Still good for Basic until its end. */
  readonly oldSecret: { readonly secret: string; readonly acceptedUntilMs: number } | null;
  /** What webhooks are signed with: the secret, or for a while the old one. */
  readonly signingSecret: string;
};

/**
 * Reads the keys kept in `dataDir`, making folder and keys at first use. They stay the same from then
 * on, so a partner app is configured once.
 *
 * @param seed makes the same keys in every new folder
 * @throws StartError when the stored file cannot be understood
 */
export function readOrCreateClient(dataDir: string, seed: number | null = null): ClientKeys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = pathIn(dataDir);
  return keysOf(read(path) ?? create(path, seed));
}

/** Makes a new secret. The old one is good for Basic until `acceptedUntilMs`. */
export function rotateSecret(dataDir: string, random: Random, acceptedUntilMs: number): ClientKeys {
  return change(dataDir, (stored) => ({
    ...stored,
    client_secret: random.hex(32),
    old_secret: { secret: stored.client_secret, accepted_until_ms: acceptedUntilMs },
  }));
}

export function signWebhooksWith(dataDir: string, which: 'new' | 'old'): ClientKeys {
  return change(dataDir, (stored) => ({ ...stored, webhooks_signed_with: which }));
}

function change(dataDir: string, edit: (stored: Credentials) => Credentials): ClientKeys {
  const path = pathIn(dataDir);
  const stored = read(path);
  if (stored === undefined) throw new StartError(`${path} is gone.`);
  const changed = edit(stored);
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
  return keysOf(changed);
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'client.json');
}

function keysOf(stored: Credentials): ClientKeys {
  const { old_secret: old, client_secret: secret } = stored;
  const isOld = stored.webhooks_signed_with === 'old' && old !== null;
  return {
    clientId: stored.client_id,
    clientSecret: secret,
    oldSecret: old === null ? null : { secret: old.secret, acceptedUntilMs: old.accepted_until_ms },
    signingSecret: isOld ? old.secret : secret,
  };
}

function read(path: string): Credentials | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return credentials.parse(JSON.parse(text));
  } catch {
    throw new StartError(`${path} cannot be read as client keys. Delete it to get new ones.`);
  }
}

function create(path: string, seed: number | null): Credentials {
  const random = createRandom();
  const source = seed === null ? random : createSeededRandom(seed, 'client keys');
  const keys = { client_id: source.hex(32), client_secret: source.hex(32) };
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
