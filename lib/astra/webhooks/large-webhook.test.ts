import { describe, expect, test } from 'vitest';
import { asPythonPrints } from './python-json';
import { signTestWebhook, verifyWebhook } from './verify-webhook';

const secret = 'a-client-secret-for-tests';
const bytes = (text: string) => new TextEncoder().encode(text);

/** Signed as Astra spells it, and delivered as it stands here. */
function isAccepted(text: string): boolean {
  const signature = signTestWebhook(asPythonPrints(text) ?? '', secret);
  return verifyWebhook({ body: bytes(text), signature, secrets: [secret] });
}

/** As much metadata as Astra takes: 25 pairs, with keys of 64 characters and values of 256. */
const largest = {
  webhook_type: 'user_updated',
  webhook_id: '364f57aa-47dd-461b-8df4-d6388fb2d05e',
  user_id: 'WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA',
  resource_id: 'WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA',
  metadata: Object.fromEntries(
    Array.from({ length: 25 }, (_, place) => [`${place}`.padEnd(64, 'x'), '😀'.repeat(256)]),
  ),
};
const spelt = JSON.stringify(largest);

test.each([
  ['as Astra spells it', asPythonPrints(spelt) ?? ''],
  ['without blanks', (asPythonPrints(spelt) ?? '').replaceAll(/([,:]) /g, '$1')],
  ['without escapes', spelt],
  ['over many lines', JSON.stringify(largest, null, 2)],
])('the largest event that Astra can send is accepted %s', (_, text) => {
  expect(isAccepted(text)).toBe(true);
});

describe('a body is tried as it came only, and so costs a hash, when it is', () => {
  test.each([
    ['deep', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
    ['a list within a list, and so on', `${'[0,'.repeat(2_000)}1${']'.repeat(2_000)}`],
    ['many numbers', `[${'1,'.repeat(2_000)}1]`],
    ['many texts', `["${'","'.repeat(2_000)}"]`],
    ['a very long text in another alphabet', `"${'ü'.repeat(30_000)}"`],
    ['larger than any event', `"${'a'.repeat(140_000)}\\u0061"`],
  ])('%s', (_, text) => {
    expect(isAccepted(text)).toBe(false);
    const signature = signTestWebhook(text, secret);
    expect(verifyWebhook({ body: bytes(text), signature, secrets: [secret] })).toBe(true);
  });
});
