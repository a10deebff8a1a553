import { expect, test } from 'vitest';
import { hasSandboxKeys, sandboxTarget } from './sandbox';

const complete = {
  ASTRA_CLIENT_ID: 'canary-id',
  ASTRA_CLIENT_SECRET: 'canary-secret',
  ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
};

test('the app’s own variables are enough, and lead to the sandbox’s hosts', () => {
  const { urls, accessToken } = sandboxTarget(complete);
  for (const url of Object.values(urls)) expect(url).toMatch(/^https:.*sandbox\.astra\.finance$/);
  expect(accessToken).toBeNull();
});

test('an empty variable counts as not set', () => {
  expect(sandboxTarget({ ...complete, ASTRA_CONFORMANCE_ACCESS_TOKEN: '' }).accessToken).toBeNull();
});

test('every variable that is missing is named', () => {
  expect(() => sandboxTarget({})).toThrow(
    /ASTRA_CLIENT_ID is missing.*\n.*ASTRA_CLIENT_SECRET is missing.*\n.*ASTRA_REDIRECT_URI is/,
  );
});

test.each(['production', 'emulator'])('the keys of %s are not sent to the sandbox', (name) => {
  const start = () => sandboxTarget({ ...complete, ASTRA_ENVIRONMENT: name });
  expect(start).toThrow(/ASTRA_ENVIRONMENT must be sandbox/);
  expect(start).not.toThrow(/canary/);
});

test('whose keys they are is known before anything is asked', () => {
  expect(hasSandboxKeys(complete)).toBe(true);
  expect(hasSandboxKeys({ ...complete, ASTRA_CLIENT_SECRET: ' ' })).toBe(false);
  expect(hasSandboxKeys({ ...complete, ASTRA_ENVIRONMENT: 'production' })).toBe(false);
});
