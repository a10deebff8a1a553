import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerBalance, type BalanceEndpointKeys, verifyBalanceRequest } from './balance-endpoint';
import { cents } from './money';

const basic = { username: 'astra', password: 'pass:word' };
const signing = { publicKey: 'public', privateKey: 'private' };
const credentials = (text: string) => Buffer.from(text).toString('base64');
const signatureOf = (accountId: string, key = signing.privateKey) =>
  createHmac('sha256', key).update(accountId).digest('hex');

/** Whose balance is answered, of a request with these headers. */
function verify(
  headers: Record<string, string>,
  keys: BalanceEndpointKeys,
  accountId: string | null = 'account',
) {
  const all = new Headers(headers);
  return verifyBalanceRequest({ accountId, header: (name) => all.get(name) }, keys);
}

describe('a request for a balance', () => {
  test.each(['Basic', 'basic', 'BASIC'])('is accepted with our password (%s)', (scheme) => {
    const authorization = `${scheme} ${credentials('astra:pass:word')}`;
    expect(verify({ authorization }, { basic })).toBe('account');
  });

  test('is accepted with a signature over the account’s id', () => {
    const headers = {
      'Astra-Public-Key': 'public',
      'Astra-Key-Signature': signatureOf('account'),
    };
    expect(verify(headers, { signing })).toBe('account');
    expect(verify(headers, { basic, signing })).toBe('account');
    expect(verify(headers, { basic })).toBeNull();
  });

  test.each([
    ['nothing', {}],
    ['another password', { authorization: `Basic ${credentials('astra:pass')}` }],
    ['another name', { authorization: `Basic ${credentials('other:pass:word')}` }],
    ['another scheme', { authorization: `Bearer ${credentials('astra:pass:word')}` }],
    ['no scheme', { authorization: credentials('astra:pass:word') }],
    [
      'a signature for another account',
      { 'astra-public-key': 'public', 'astra-key-signature': signatureOf('another') },
    ],
    [
      'a signature by another key',
      { 'astra-public-key': 'public', 'astra-key-signature': signatureOf('account', 'x') },
    ],
    ['no signature', { 'astra-public-key': 'public' }],
    [
      'another public key',
      { 'astra-public-key': 'other', 'astra-key-signature': signatureOf('account') },
    ],
  ])('is refused with %s', (_, headers) => {
    expect(verify(headers, { basic, signing })).toBeNull();
  });

  test.each([null, ''])('is refused without an account (%j)', (accountId) => {
    const authorization = `Basic ${credentials('astra:pass:word')}`;
    expect(verify({ authorization }, { basic }, accountId)).toBeNull();
  });

  test.each<[string, BalanceEndpointKeys]>([
    ['no key', {}],
    ['an empty password', { basic: { username: 'astra', password: '' } }],
    ['an empty name', { basic: { username: '', password: 'password' } }],
    ['an empty private key', { signing: { publicKey: 'public', privateKey: '' } }],
    ['an empty public key', { signing: { publicKey: '', privateKey: 'private' } }],
    ['one good and one empty key', { basic, signing: { publicKey: '', privateKey: '' } }],
    ['a password that the environment lacks', { basic: JSON.parse('{"username":"astra"}') }],
    ['a key that is no text', { signing: JSON.parse('{"publicKey":1,"privateKey":2}') }],
  ])('is not judged at all with %s configured', (_, keys) => {
    expect(() => verify({}, keys)).toThrow(TypeError);
  });
});

describe('the answer', () => {
  test('counts in whole cents, below zero as well', () => {
    const balance = { availableCents: cents(-1250), currentCents: cents(499) };
    expect(answerBalance(balance)).toEqual({ available_balance: -1250, current_balance: 499 });
  });

  test('is not made of dollars', () => {
    const availableCents: ReturnType<typeof cents> = JSON.parse('4.99');
    expect(() => answerBalance({ availableCents, currentCents: cents(0) })).toThrow();
  });
});
