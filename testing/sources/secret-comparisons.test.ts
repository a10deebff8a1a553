import { expect, test } from 'vitest';
import { sourcesUnder, textOf } from './sources';

/**
 * Comparisons of something that is named like a secret with something that is no literal. `===` ends
 * at the first difference, and so its time tells how much of a guess was right.
 */
function hastyComparisons(source: string): string[] {
  return [...source.matchAll(comparison)]
    .filter(([, before = '', left = '', right = '']) => {
      const isWithLiteral = before === 'typeof ' || [left, right].some((one) => literal.test(one));
      return !isWithLiteral && [left, right].some((one) => namedLikeSecret.test(one));
    })
    .map(([match]) => match);
}

/** Names, members and calls on both sides. */
const comparison =
  /(?<![\w.?'"`])(typeof )?((?:[\w.?'"`]|\(\))+(?:\([^()]*\))?)\s*[!=]==?\s*((?:[\w.?'"`]|\(\))+)/g;
const literal = /^(?:['"`\d]|(?:null|undefined|true|false|typeof)$)/;
const namedLikeSecret =
  /(?:secret|signature|hmac|\bmac|digest|password|token|apikey|privatekey)(?:of)?(?:\([^()]*\))?$/i;

test.each([
  'if (signature === expected) return true;',
  'return given !== env().ASTRA_CLIENT_SECRET;',
  'request.headers.password == password',
  'digestOf(body) === wanted',
  'const isRight = sent.hmac !== own;',
  'user.token === token',
])('%s is found', (source) => {
  expect(hastyComparisons(source)).toHaveLength(1);
});

test.each([
  'typeof signature !== "string"',
  "if (secret === '') return;",
  "if (kind === 'token') return;",
  'secrets.filter((secret) => secret !== undefined)',
  'timingSafeEqual(digest(given), digest(wanted))',
  'connection.tokenVersion !== newerThan',
  'signature.length === wanted.length',
])('%s is nothing to worry about', (source) => {
  expect(hastyComparisons(source)).toEqual([]);
});

/** Where nobody who waits for the answer has made up one of the two. */
const harmless: Readonly<Record<string, string>> = {
  'lib/astra/webhooks/verified-bodies.ts': 'Both are digests of bytes that were verified here.',
  'lib/tokens/refresh-tokens.ts': 'Both are tokens that Astra gave us.',
};

test('secrets are compared in constant time, wherever somebody may have guessed one', () => {
  const files = ['proxy.ts', ...sourcesUnder('app', 'components', 'lib', 'ingest')];
  const found = files.filter((file) => hastyComparisons(textOf(file)).length > 0);
  expect(found.filter((file) => !file.startsWith('lib/db/generated')).toSorted()).toEqual(
    Object.keys(harmless),
  );
});
