import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A named 256-bit key. The first of a list seals; all of them open. */
export type SealingKey = { id: string; key: Buffer };

/** Where a secret belongs. A sealed secret that was moved elsewhere no longer opens. */
export type Place = { table: string; column: string; rowId: string };

const format = 'v1';
const nonceBytes = 12;
const saltBytes = 16;
const tagBytes = 16;

/**
 * Seals a secret for storage with AES-256-GCM: nobody can read it without the key, change it
 * unnoticed, or move it to another person's row or another column.
 *
 * Each write derives a key of its own from a random salt, so that no nonce is ever used twice with
 * one key, however many secrets are sealed.
 *
 * @returns `v1.<key id>.<base64url of salt, nonce, tag and ciphertext>`
 */
export function seal(secret: string, place: Place, keys: readonly SealingKey[]): string {
  const current = keys[0];
  if (!current) throw new Error('There is no key to seal with.');
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(current, salt), nonce);
  cipher.setAAD(boundTo(place, current.id));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  const packed = Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
  return [format, current.id, packed.toString('base64url')].join('.');
}

/**
 * Opens what {@link seal} made for the same place.
 *
 * @throws UnreadableSecretError for anything else, clear text included. It never says why.
 * @throws MissingSealingKeyError when a key that these are not among has sealed it.
 */
export function open(sealed: string, place: Place, keys: readonly SealingKey[]): string {
  const [version, keyId, body, ...rest] = sealed.split('.');
  if (version !== format || !keyId || !body || rest.length > 0) throw new UnreadableSecretError();
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new MissingSealingKeyError();

  const packed = Buffer.from(body, 'base64url');
  // Base64 can spell the same bytes in several ways; only the one that `seal` writes is taken.
  if (packed.toString('base64url') !== body) throw new UnreadableSecretError();
  const salt = packed.subarray(0, saltBytes);
  const nonce = packed.subarray(saltBytes, saltBytes + nonceBytes);
  const tag = packed.subarray(saltBytes + nonceBytes, saltBytes + nonceBytes + tagBytes);
  const ciphertext = packed.subarray(saltBytes + nonceBytes + tagBytes);
  if (tag.length !== tagBytes || ciphertext.length === 0) throw new UnreadableSecretError();
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, salt), nonce);
    decipher.setAAD(boundTo(place, key.id));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  } catch {
    throw new UnreadableSecretError();
  }
}

/**
 * This process does not have the key that a secret was sealed with. While keys are being rotated,
 * another process may have it: nothing may be given up over this.
 */
export class MissingSealingKeyError extends Error {
  override name = 'MissingSealingKeyError';
  constructor() {
    super('A stored secret was sealed with a key that is not in TOKEN_KEYS.');
  }
}

/** A stored secret could not be opened: wrong place, damaged, or never sealed. */
export class UnreadableSecretError extends Error {
  override name = 'UnreadableSecretError';
  constructor() {
    super('A stored secret could not be opened.');
  }
}

function deriveKey({ key }: SealingKey, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'astra-token-vault', 32));
}

function boundTo({ table, column, rowId }: Place, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([format, keyId, table, column, rowId]));
}
