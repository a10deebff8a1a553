import { describe, expect, test } from 'vitest';
import { testClient } from './testing/test-client';

const { hostedPages } = testClient('https://app.example.com').astra;

const always = {
  client_id: 'a-client-id',
  redirect_uri: 'http://localhost:3000/callback',
  state: 's',
};
const state = 's';
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);
const pathOf = (url: string) => `${new URL(url).origin}${new URL(url).pathname}`;

describe('every row of Astra’s table of pages has its address', () => {
  test.each<[string, string, string, object]>([
    [
      'an approved intent',
      hostedPages.authorizeUrl({ state, userIntentId: 'i' }),
      '/login/oauth/authorize',
      { response_type: 'code', user_intent_id: 'i' },
    ],
    [
      'an intent that needs a document',
      hostedPages.submitDocumentUrl({ state, userIntentId: 'i' }),
      '/verify/document',
      { user_intent_id: 'i' },
    ],
    [
      'an intent that may try again',
      hostedPages.verifyProfileUrl({ state, userIntentId: 'i' }),
      '/verify/personal',
      { user_intent_id: 'i' },
    ],
    [
      'an approved user',
      hostedPages.authorizeUrl({ state }),
      '/login/oauth/authorize',
      { response_type: 'code' },
    ],
    [
      'a user who needs a document',
      hostedPages.submitDocumentUrl({ state }),
      '/verify/document',
      {},
    ],
    ['a user who may try again', hostedPages.verifyProfileUrl({ state }), '/verify/personal', {}],
    ['a business user', hostedPages.verifyBusinessUrl({ state }), '/verify/business', {}],
    ['an account', hostedPages.linkAccountUrl({ state }), '/institutions/connect', {}],
    [
      'an account that lost its connection',
      hostedPages.linkAccountUrl({ state, reconnectAccountId: 'a' }),
      '/institutions/connect',
      { account_id: 'a' },
    ],
    ['a card', hostedPages.linkCardUrl({ state }), '/cards/connect', {}],
    [
      'a card to verify',
      hostedPages.verifyCardUrl({ state, cardId: 'c' }),
      '/cards/verify',
      { card_id: 'c' },
    ],
    ['the cards of a person', hostedPages.cardsUrl({ state }), '/cards', {}],
    [
      'a new business',
      hostedPages.authorizeUrl({ state, business: true }),
      '/login/oauth/authorize',
      { response_type: 'code', business: 'true' },
    ],
    [
      'a business with a profile',
      hostedPages.authorizeUrl({ state, businessProfileId: 'b' }),
      '/login/oauth/authorize',
      { response_type: 'code', business: 'true', business_profile_id: 'b' },
    ],
  ])('%s', (_, url, path, query) => {
    expect(pathOf(url)).toBe(`https://app.example.com${path}`);
    expect(queryOf(url)).toEqual({ ...always, ...query });
  });
});

describe('every parameter of Astra’s', () => {
  test('goes into the page that collects authorization', () => {
    const url = hostedPages.authorizeUrl({
      state,
      userIntentId: 'i',
      phone: '+15557771234',
      phoneReadOnly: true,
      email: 'edmund+1@example.com',
      sessionToken: 't/+',
      debitDirect: true,
      bypassConnect: true,
    });
    expect(queryOf(url)).toEqual({
      ...always,
      response_type: 'code',
      user_intent_id: 'i',
      phone: '5557771234',
      phone_read_only: 'true',
      email: 'edmund+1@example.com',
      session_token: 't/+',
      debit_direct: 'true',
      bypass_connect: 'true',
    });
  });

  test('that every page takes goes into every page', () => {
    const person = { state, userId: 'u', phone: '5557771234', phoneReadOnly: true };
    for (const url of [
      hostedPages.authorizeUrl(person),
      hostedPages.linkCardUrl(person),
      hostedPages.linkAccountUrl(person),
      hostedPages.cardsUrl(person),
      hostedPages.verifyCardUrl({ ...person, cardId: 'c' }),
      hostedPages.verifyProfileUrl(person),
      hostedPages.submitDocumentUrl(person),
      hostedPages.verifyBusinessUrl(person),
    ]) {
      expect(queryOf(url)).toMatchObject({
        ...always,
        user_id: 'u',
        phone: '5557771234',
        phone_read_only: 'true',
      });
      expect(url).not.toMatch(/undefined|null|false/);
    }
  });

  test('that says no is left out, which is how Astra spells it', () => {
    const no = { state, phoneReadOnly: false, business: false, debitDirect: false };
    expect(queryOf(hostedPages.authorizeUrl({ ...no, bypassConnect: false }))).toEqual({
      ...always,
      response_type: 'code',
    });
    expect(queryOf(hostedPages.linkCardUrl(no))).toEqual(always);
  });
});
