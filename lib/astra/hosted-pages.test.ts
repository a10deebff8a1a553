import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorizePageQuery, linkCardPageQuery, verifyPageQuery } from './contract/hosted-pages';
import { AstraInvalidRequestError } from './errors';
import { testClient } from './testing/test-client';

const { hostedPages } = testClient('https://app.example.com').astra;

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('the address of a hosted page', () => {
  test('is not made without a state, which ties the redirect to a person', () => {
    expect(() => hostedPages.linkCardUrl({ state: '' })).toThrow(AstraInvalidRequestError);
  });

  test('names client, redirect, state and person, and leaves out what is not set', () => {
    const url = hostedPages.authorizeUrl({
      state: 'a state&more',
      userIntentId: 'an-intent',
      phone: '+15557771234',
      phoneReadOnly: true,
      bypassConnect: false,
      debitDirect: undefined,
    });
    expect(url.split('?')[0]).toBe('https://app.example.com/login/oauth/authorize');
    expect(queryOf(url)).toEqual({
      client_id: 'a-client-id',
      redirect_uri: 'http://localhost:3000/callback',
      response_type: 'code',
      user_intent_id: 'an-intent',
      phone: '5557771234',
      phone_read_only: 'true',
      state: 'a state&more',
    });
  });

  test('for another card asks for no code', () => {
    const url = hostedPages.linkCardUrl({ state: 's', userId: 'u', debitDirect: true });
    expect(url.split('?')[0]).toBe('https://app.example.com/cards/connect');
    expect(queryOf(url)).toEqual({
      client_id: 'a-client-id',
      redirect_uri: 'http://localhost:3000/callback',
      user_id: 'u',
      state: 's',
      debit_direct: 'true',
    });
  });

  test('for a correction or a photo ID has its own path', () => {
    const options = { state: 's', userId: 'u', phone: '5557771234', phoneReadOnly: true };
    expect(new URL(hostedPages.verifyProfileUrl(options)).pathname).toBe('/verify/personal');
    expect(new URL(hostedPages.submitDocumentUrl(options)).pathname).toBe('/verify/document');
    verifyPageQuery.parse(queryOf(hostedPages.submitDocumentUrl(options)));
  });

  test('holds exactly what was asked for, and what the contract allows, whatever the values', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    const options = fc.record(
      {
        state: text,
        userId: text,
        phone: fc.constantFrom('5557771234', '+15557771234'),
        debitDirect: fc.boolean(),
        bypassConnect: fc.boolean(),
        sessionToken: text,
      },
      { requiredKeys: ['state'] },
    );
    fc.assert(
      fc.property(options, ({ bypassConnect, sessionToken, ...common }) => {
        const card = linkCardPageQuery.parse(queryOf(hostedPages.linkCardUrl(common)));
        expect(card.state).toBe(common.state);
        expect(card.user_id).toBe(common.userId);
        const url = hostedPages.authorizeUrl({ ...common, bypassConnect, sessionToken });
        const query = authorizePageQuery.parse(queryOf(url));
        expect(query.session_token).toBe(sessionToken);
        expect(query.bypass_connect === 'true').toBe(bypassConnect === true);
        expect(query.phone).toBe(common.phone?.slice(-10));
      }),
    );
  });

  test.each([
    ['phone', { phone: '555-777-1234' }],
    ['phone', { phone: '+4915551234567' }],
    ['phone', { phone: '15557771234' }],
    ['phone', { phoneReadOnly: true }],
    ['user_id', { userId: 'u', userIntentId: 'i' }],
    ['user_id', { userId: '' }],
    ['business', { userIntentId: 'i', business: true }],
  ])('is not made with a wrong %s: %j', (field, options) => {
    const make = () => hostedPages.authorizeUrl({ state: 's', ...options });
    expect(make).toThrow(AstraInvalidRequestError);
    expect(make).toThrow(expect.objectContaining({ fieldErrors: { [field]: expect.any(Array) } }));
  });

  test('for a correction or a photo ID names the user or the intent, never both', () => {
    const options = { state: 's', userId: 'u', userIntentId: 'i' };
    expect(() => hostedPages.verifyProfileUrl(options)).toThrow(AstraInvalidRequestError);
    expect(() => hostedPages.submitDocumentUrl(options)).toThrow(AstraInvalidRequestError);
  });
});
