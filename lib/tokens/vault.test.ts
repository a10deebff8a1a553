import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MissingSealingKeyError,
  open,
  type Place,
  type SealingKey,
  seal,
  UnreadableSecretError,
} from './vault';

const key = (id: string): SealingKey => ({ id, key: randomBytes(32) });
const place: Place = { table: 'astra_connections', column: 'access_token', rowId: 'a' };
const keys = [key('new'), key('old')];

test('what is sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (secret) => {
      expect(open(seal(secret, place, keys), place, keys)).toBe(
        Buffer.from(secret, 'utf8').toString('utf8'),
      );
    }),
  );
});

test('the sealed text does not hold the secret', () => {
  expect(seal('canary-token', place, keys)).not.toContain('canary');
});

test('one secret sealed twice gives two different texts', () => {
  expect(seal('secret', place, keys)).not.toBe(seal('secret', place, keys));
});

test('of many thousand sealed texts no two share a salt or a nonce', () => {
  const packed = Array.from({ length: 20_000 }, () => {
    const [, , body = ''] = seal('secret', place, keys).split('.');
    return Buffer.from(body, 'base64url');
  });
  for (const [from, to] of [
    [0, 16],
    [16, 28],
  ] as const) {
    const parts = packed.map((bytes) => bytes.toString('hex', from, to));
    expect(new Set(parts).size).toBe(packed.length);
  }
});

test('a secret sealed with an older key still opens while that key is listed', () => {
  const sealed = seal('secret', place, keys.slice(1));
  expect(open(sealed, place, keys)).toBe('secret');
  expect(() => open(sealed, place, keys.slice(0, 1))).toThrow(MissingSealingKeyError);
});

test.each([
  ['another person', { ...place, rowId: 'b' }],
  ['another column', { ...place, column: 'refresh_token' }],
  ['another table', { ...place, table: 'users' }],
])('a secret that was moved to %s does not open', (_where, elsewhere) => {
  expect(() => open(seal('secret', place, keys), elsewhere, keys)).toThrow(UnreadableSecretError);
});

test('any change to the sealed text makes it unreadable, never garbage', () => {
  const sealed = seal('a secret of some length', place, keys);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
      const changed = sealed.slice(0, at) + String.fromCharCode(code) + sealed.slice(at + 1);
      fc.pre(changed !== sealed);
      const isKeyNamed = keys.some(({ id }) => id === changed.split('.')[1]);
      const error = isKeyNamed || !changed.startsWith('v1.') ? UnreadableSecretError : Error;
      expect(() => open(changed, place, keys)).toThrow(error);
    }),
  );
});

test.each(['', 'v1', 'v1.new', 'v1.new.', 'plain-token', 'v1.new.AAAA', 'v2.new.AAAA', 'v1.x.y.z'])(
  'clear or cut text is refused: %j',
  (text) => {
    expect(() => open(text, place, keys)).toThrow(UnreadableSecretError);
  },
);
