import { describe, expect, test } from 'vitest';
import type { HostedPageSubject } from './next-hosted-page';
import { testClient } from './testing/test-client';

const { hostedPages } = testClient('https://app.example.com').astra;

describe('where to send somebody next', () => {
  const options = { state: 's', phone: '+15557771234', phoneReadOnly: true };
  const locked = {
    client_id: 'a-client-id',
    redirect_uri: 'http://localhost:3000/callback',
    state: 's',
    phone: '5557771234',
    phone_read_only: 'true',
  };
  const code = { response_type: 'code' };

  test.each<[HostedPageSubject, string, string, object]>([
    [
      { is: 'user_intent', id: 'i', status: 'approved', hasToken: false },
      'authorize',
      '/login/oauth/authorize',
      { ...code, user_intent_id: 'i' },
    ],
    [
      { is: 'user_intent', id: 'i', status: 'converted_to_user', userId: 'u', hasToken: false },
      'authorize',
      '/login/oauth/authorize',
      { ...code, user_id: 'u' },
    ],
    [
      { is: 'business_profile', id: 'b' },
      'authorize',
      '/login/oauth/authorize',
      { ...code, business: 'true', business_profile_id: 'b' },
    ],
    [
      { is: 'user', id: 'u', status: 'document', hasToken: false },
      'authorize',
      '/login/oauth/authorize',
      { ...code, user_id: 'u' },
    ],
    [
      { is: 'user', id: 'u', status: 'retry', hasToken: true },
      'verify_profile',
      '/verify/personal',
      { user_id: 'u' },
    ],
    [
      { is: 'user', id: 'u', status: 'document', hasToken: true },
      'submit_document',
      '/verify/document',
      { user_id: 'u' },
    ],
    [
      { is: 'user', id: 'u', status: 'document', isBusiness: true, hasToken: true },
      'verify_business',
      '/verify/business',
      { user_id: 'u' },
    ],
  ])('is an address with their id and their locked phone: %j', (subject, page, path, query) => {
    const next = hostedPages.nextUrl(subject, options);
    const url = 'url' in next ? next.url : '';
    expect(next).toEqual({ page, url });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`https://app.example.com${path}`);
    expect(Object.fromEntries(searchParams)).toEqual({ ...locked, ...query });
  });

  test.each<[HostedPageSubject, string]>([
    [{ is: 'nobody' }, 'no_user_intent'],
    [{ is: 'user_intent', id: 'i', status: 'rejected', hasToken: false }, 'rejected'],
    [{ is: 'user', id: 'u', status: 'suspended', hasToken: true }, 'suspended'],
    [{ is: 'user', id: 'u', status: 'approved', hasToken: true }, 'nothing_to_do'],
    [{ is: 'user', id: 'u', status: 'reviewed', hasToken: true }, 'unknown_status'],
  ])('is nowhere, with a reason: %j', (subject, reason) => {
    const next = hostedPages.nextUrl(subject, options);
    expect(next).toEqual({ page: null, reason, explanation: expect.stringMatching(/\.$/) });
  });
});
