import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const options = {
  nonce: 'abc123',
  hostedPagesOrigin: 'https://app.astra.finance',
  framedByOurselves: false,
  secureHostOrigin: null,
  isDevelopment: false,
};

/** The policy as a browser reads it. */
function directives(
  change: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {},
): Record<string, string[]> {
  const policy = contentSecurityPolicy({ ...options, ...change });
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

test('scripts and styles run by nonce only, never inline or by eval', () => {
  const policy = directives();
  expect(policy['script-src']).toEqual(["'self'", "'nonce-abc123'", "'strict-dynamic'"]);
  expect(policy['style-src']).toEqual(["'self'", "'nonce-abc123'"]);
  expect(contentSecurityPolicy(options)).not.toContain('unsafe');
});

test("the only foreign origin anywhere is that of Astra's pages, as a frame", () => {
  const foreign = Object.entries(directives()).filter(([, sources]) =>
    sources.some((source) => source.includes('//')),
  );
  expect(foreign).toEqual([['frame-src', ["'self'", 'https://app.astra.finance']]]);
});

test('a page may send to the secure host only when it is told to, and nothing else changes', () => {
  const secureHostOrigin = 'https://secure.api.astra.finance';
  const { 'connect-src': connect, ...others } = directives({ secureHostOrigin });
  expect(connect).toEqual(["'self'", secureHostOrigin]);
  const { 'connect-src': usual, ...usualOthers } = directives();
  expect(usual).toEqual(["'self'"]);
  expect(others).toEqual(usualOthers);
  expect(others['frame-ancestors']).toEqual(["'none'"]);
});

test('nobody frames our pages, except this app the one that the redirect ends on', () => {
  expect(directives()['frame-ancestors']).toEqual(["'none'"]);
  expect(directives({ framedByOurselves: true })['frame-ancestors']).toEqual(["'self'"]);
});

test('what is not named is forbidden, and a page can move neither its base nor its forms', () => {
  expect(directives()).toMatchObject({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'self'"],
  });
});

test('development alone gets what hot reload needs', () => {
  const policy = directives({ isDevelopment: true });
  expect(policy['script-src']).toContain("'unsafe-eval'");
  expect(policy['connect-src']).toContain('ws:');
  expect(directives()['connect-src']).toEqual(["'self'"]);
});
