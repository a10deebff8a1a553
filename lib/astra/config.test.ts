import { describe, expect, test } from 'vitest';
import { createAstra } from './client';

describe('a wrong configuration is refused in words without its values', () => {
  const good = {
    apiUrl: 'https://api.example.com',
    secureUrl: 'https://secure.example.com',
    appUrl: 'https://app.example.com',
    clientId: 'id',
    clientSecret: 'a-secret-for-tests',
    redirectUri: 'https://partner.example.com/callback',
  };
  test.each([
    ['apiUrl', { apiUrl: 'http://api.example.com' }],
    ['apiUrl', { apiUrl: 'https://user:hunter2@api.example.com' }],
    ['secureUrl', { secureUrl: 'hunter2' }],
    ['appUrl', { appUrl: 'https://app.example.com/?key=hunter2' }],
    ['apiUrl', { apiUrl: 'https://hunter2.example.com/v1' }],
    ['apiUrl', { apiUrl: 'https://hunter2.example.com/?' }],
    ['apiUrl', { apiUrl: 'https://hunter2.example.com/#' }],
    ['redirectUri', { redirectUri: 'javascript:alert("hunter2")' }],
    ['clientSecret', { clientSecret: 'hunter2' }],
    ['clientId', { clientId: 'hunter2:x' }],
    ['clientSecret', { clientSecret: 'hunter2\n' }],
    ['redirectUri', { redirectUri: '/hunter2' }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
  ])('%s: %j', (name, change) => {
    const make = () => createAstra({ ...good, ...change });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(name);
    expect(make).not.toThrow('hunter2');
  });

  test('while plain HTTP to one’s own machine is allowed', () => {
    for (const apiUrl of ['http://127.0.0.1:4010', 'http://localhost:4010/', 'http://[::1]:4010']) {
      expect(() => createAstra({ ...good, apiUrl })).not.toThrow();
    }
  });
});
