import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextHostedPage } from './next-hosted-page';

const intent = (status: string, more: { userId?: string; hasToken?: boolean } = {}) =>
  nextHostedPage({ is: 'user_intent', id: 'intent', status, hasToken: false, ...more });
const user = (status: string, hasToken: boolean) =>
  nextHostedPage({ is: 'user', id: 'user', status, hasToken });

describe('the next hosted page', () => {
  test.each(['pending', 'approved', 'retry', 'document'])(
    'of an intent that is %s is authorization, with the intent’s id',
    (status) => {
      expect(intent(status)).toEqual({ page: 'authorize', ids: { userIntentId: 'intent' } });
    },
  );

  test('of an intent that became a user is authorization, with the user’s id', () => {
    const converted = intent('converted_to_user', { userId: 'user' });
    expect(converted).toEqual({ page: 'authorize', ids: { userId: 'user' } });
    expect(intent('converted_to_user')).toMatchObject({ page: null, reason: 'user_id_unknown' });
  });

  test.each(['pending', 'approved', 'retry', 'document'])(
    'of a user without a token who is %s is authorization',
    (status) => {
      expect(user(status, false)).toEqual({ page: 'authorize', ids: { userId: 'user' } });
    },
  );

  test('of a user with a token is what their identity check still needs', () => {
    expect(user('retry', true)).toEqual({ page: 'verify_profile', ids: { userId: 'user' } });
    expect(user('document', true)).toEqual({ page: 'submit_document', ids: { userId: 'user' } });
    expect(user('pending', true)).toMatchObject({ page: null, reason: 'in_review' });
    expect(user('approved', true)).toMatchObject({ page: null, reason: 'nothing_to_do' });
  });

  test.each(['rejected', 'suspended'])('of somebody who is %s is none', (status) => {
    for (const next of [
      intent(status),
      intent(status, { hasToken: true }),
      user(status, false),
      user(status, true),
    ]) {
      expect(next).toMatchObject({ page: null, reason: status });
    }
  });

  test('needs an intent first, and looks at the user once there is a token', () => {
    expect(nextHostedPage({ is: 'nobody' })).toMatchObject({ reason: 'no_user_intent' });
    expect(intent('approved', { hasToken: true })).toMatchObject({ reason: 'look_at_user' });
  });

  test('is none, with a reason, for a status that is not known', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (noise, hasToken) => {
        const next = user(`new-${noise}`, hasToken);
        expect(next).toMatchObject({ page: null, reason: 'unknown_status' });
        expect(intent(`new-${noise}`)).toMatchObject({ page: null, reason: 'unknown_status' });
      }),
    );
  });
});
