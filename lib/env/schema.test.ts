import { randomBytes } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { environmentSchema } from './schema';

const key = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;

const emulator: Record<string, string> = {
  DATABASE_URL: 'postgresql://app:pw@localhost:5432/app',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  EMAIL_SERVER: 'smtp://localhost:25',
  TOKEN_KEYS: key('k1'),
  ASTRA_ENVIRONMENT: 'emulator',
  ASTRA_CLIENT_ID: 'id',
  ASTRA_CLIENT_SECRET: 'canary-secret',
  ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
  ASTRA_API_URL: 'http://127.0.0.1:4010',
  ASTRA_SECURE_URL: 'http://127.0.0.1:4011',
  ASTRA_APP_URL: 'http://127.0.0.1:4012',
};

const production = {
  ASTRA_ENVIRONMENT: 'production',
  NEXTAUTH_URL: 'https://pay.example.com',
  ASTRA_REDIRECT_URI: 'https://pay.example.com/api/astra/callback',
};

/** Every complaint about this environment, as `NAME sentence`. */
function complaints(change: Record<string, string | undefined>): string[] {
  const entries = Object.entries({ ...emulator, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  const { error } = environmentSchema.safeParse(Object.fromEntries(entries));
  return (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);
}

test('a complete environment passes, with defaults for the rest', () => {
  expect(environmentSchema.parse(emulator)).toMatchObject({
    LOG_LEVEL: 'info',
    SMART_CARD_AUTHORIZATION: 'off',
    ACCOUNT_TO_CARD_MODE: 'gross',
    AUTOMATIC_ROUTINES: 'off',
    TRUSTED_PROXY_HOPS: 1,
    astraHosts: {
      apiUrl: 'http://127.0.0.1:4010',
      secureUrl: 'http://127.0.0.1:4011',
      appUrl: 'http://127.0.0.1:4012',
    },
    TOKEN_KEYS: [{ id: 'k1', key: expect.any(Buffer) }],
  });
});

const required = [
  'DATABASE_URL',
  'NEXTAUTH_URL',
  'NEXTAUTH_SECRET',
  'EMAIL_SERVER',
  'TOKEN_KEYS',
  'ASTRA_ENVIRONMENT',
  'ASTRA_CLIENT_ID',
  'ASTRA_CLIENT_SECRET',
  'ASTRA_REDIRECT_URI',
  'ASTRA_API_URL',
  'ASTRA_SECURE_URL',
  'ASTRA_APP_URL',
];

test.each(required)('without %s there is one sentence about it, and none about others', (name) => {
  const found = complaints({ [name]: undefined });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${name} (is missing|must be)`));
});

test('an empty environment is told about every variable at once', () => {
  const nothing = Object.fromEntries(required.map((name) => [name, undefined]));
  const named = complaints(nothing).map((complaint) => complaint.split(' ')[0]);
  expect(named).toEqual(required.slice(0, 9));
});

test.each([
  ['DATABASE_URL', 'mysql://x', 'must start with postgresql://'],
  ['NEXTAUTH_URL', 'localhost:3000', "must be this app's own address"],
  ['NEXTAUTH_URL', 'ftp://localhost', "must be this app's own address"],
  ['NEXTAUTH_URL', 'nonsense', "must be this app's own address"],
  ['NEXTAUTH_SECRET', 'short', 'must be at least 32 characters'],
  ['EMAIL_SERVER', 'http://mail', 'must be an SMTP address'],
  ['TOKEN_KEYS', 'not-a-key', 'must be name:base64'],
  ['TOKEN_KEYS', `k1:${Buffer.alloc(16).toString('base64')}`, 'must be name:base64'],
  ['TOKEN_KEYS', ',', 'must be name:base64'],
  ['TOKEN_KEYS', `${key('a')},${key('a')}`, 'must give each key a name of its own'],
  ['ASTRA_ENVIRONMENT', 'prod', 'must be emulator, sandbox or production'],
  ['ASTRA_REDIRECT_URI', 'https://evil.example/cb', 'must be an address of this app'],
  ['ASTRA_REDIRECT_URI', 'http://localhost:3001/cb', 'must be an address of this app'],
  ['ASTRA_REDIRECT_URI', '/api/astra/callback', 'must be a redirect URI'],
  ['ASTRA_API_URL', 'nonsense', "must be the emulator's API address"],
  ['TRUSTED_PROXY_HOPS', '-1', 'must be'],
  ['TRUSTED_PROXY_HOPS', '1.5', 'must be'],
  ['TRUSTED_PROXY_HOPS', 'two', 'must be a number'],
  ['DEV_CLIENT_IP', 'home', 'must be an IP address'],
  ['BALANCE_USERNAME', 'as:tra', 'must not have a colon'],
  ['BALANCE_PASSWORD', 'short', 'must be at least 16 characters'],
  ['BALANCE_PRIVATE_KEY', 'short', 'must be at least 16 characters'],
  ['SMART_CARD_AUTHORIZATION', 'yes', 'must be on or off'],
  ['ACCOUNT_TO_CARD_MODE', 'brutto', 'must be gross, net or both'],
  ['AUTOMATIC_ROUTINES', 'yes', 'must be on or off'],
  ['LOG_LEVEL', 'loud', 'must be trace, debug'],
])('%s=%s is answered with a sentence', (name, value, sentence) => {
  const found = complaints({ [name]: value });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toContain(`${name} ${sentence}`);
});

test.each([
  ['BALANCE_USERNAME', 'BALANCE_PASSWORD'],
  ['BALANCE_PUBLIC_KEY', 'BALANCE_PRIVATE_KEY'],
])('of %s and %s there are both or none', (one, other) => {
  const value = 'x'.repeat(16);
  expect(complaints({ [one]: value, [other]: value })).toEqual([]);
  expect(complaints({ [one]: value })).toEqual([`${other} is missing; ${one} is set`]);
  expect(complaints({ [other]: value })).toEqual([`${one} is missing; ${other} is set`]);
});

test("with Astra's production, the app is on https and takes no invented device address", () => {
  expect(complaints(production)).toEqual([]);
  expect(
    complaints({
      ASTRA_ENVIRONMENT: 'production',
      DEV_CLIENT_IP: '192.0.2.1',
    }),
  ).toEqual([
    "NEXTAUTH_URL must start with https:// with Astra's production",
    "DEV_CLIENT_IP must not be set with Astra's production",
  ]);
});

const plaid = { PLAID_CLIENT_ID: 'id', PLAID_SECRET: 'secret', PLAID_ENVIRONMENT: 'sandbox' };

test("Plaid's keys are given together or not at all", () => {
  expect(complaints(plaid)).toEqual([]);
  expect(complaints({ PLAID_SECRET: 'secret' })).toEqual([
    'PLAID_CLIENT_ID is missing; Plaid needs all three of its variables',
    'PLAID_ENVIRONMENT is missing; Plaid needs all three of its variables',
  ]);
  expect(complaints({ ...plaid, PLAID_ENVIRONMENT: 'development' })).toEqual([
    'PLAID_ENVIRONMENT must be sandbox or production',
  ]);
});

test.each([
  ['emulator', 'sandbox', true],
  ['emulator', 'production', false],
  ['sandbox', 'production', false],
  ['production', 'sandbox', false],
  ['production', 'production', true],
])("with Astra's %s, Plaid's %s is allowed: %s", (astra, plaidEnvironment, isAllowed) => {
  const own = astra === 'production' ? production : { ASTRA_ENVIRONMENT: astra };
  const found = complaints({ ...plaid, ...own, PLAID_ENVIRONMENT: plaidEnvironment });
  expect(found).toEqual(
    isAllowed
      ? []
      : ["PLAID_ENVIRONMENT must be production with Astra's production, and only then"],
  );
});

test("Unit's keys come together, and go with an Astra of the same kind", () => {
  const sandbox = { ASTRA_ENVIRONMENT: 'sandbox' };
  const unit = { UNIT_API_TOKEN: 'token', UNIT_ENVIRONMENT: 'sandbox' };
  expect(complaints({ ...sandbox, ...unit })).toEqual([]);
  expect(complaints({ ...sandbox, UNIT_API_TOKEN: 'token' })).toEqual([
    'UNIT_ENVIRONMENT is missing; it must be sandbox or production',
  ]);
  expect(complaints({ ...sandbox, UNIT_ENVIRONMENT: 'sandbox' })).toEqual([
    "UNIT_API_TOKEN is missing; make an org token in Unit's dashboard",
  ]);
  const mixed = [
    "UNIT_ENVIRONMENT must be the same as ASTRA_ENVIRONMENT; with the emulator, don't set it",
  ];
  expect(complaints(unit)).toEqual(mixed);
  expect(complaints({ ...production, ...unit })).toEqual(mixed);
  expect(complaints({ ...sandbox, ...unit, UNIT_ENVIRONMENT: 'production' })).toEqual(mixed);
});

test.each(['sandbox', 'production'])(
  "in %s, Astra's own hosts are used whatever is set",
  (name) => {
    const { astraHosts } = environmentSchema.parse({
      ...emulator,
      ...production,
      ASTRA_ENVIRONMENT: name,
    });
    for (const host of Object.values(astraHosts))
      expect(host).toMatch(/^https:.*\.astra\.finance$/);
    expect(astraHosts.apiUrl.includes('sandbox')).toBe(name === 'sandbox');
  },
);

test('several keys are kept in their order, so that the first seals', () => {
  const { TOKEN_KEYS } = environmentSchema.parse({
    ...emulator,
    TOKEN_KEYS: `${key('new')}, ${key('old')}`,
  });
  expect(TOKEN_KEYS.map(({ id }) => id)).toEqual(['new', 'old']);
});

afterEach(() => vi.unstubAllEnvs());

test('what the app throws at its start is one line per variable, and repeats no value', async () => {
  const broken = { NEXTAUTH_SECRET: 'canary-short', TOKEN_KEYS: 'canary-key', LOG_LEVEL: '  ' };
  for (const [name, value] of Object.entries({ ...emulator, ...broken })) vi.stubEnv(name, value);
  const { env } = await import('.');
  expect(() => env()).toThrow(
    /^The environment is not complete:\n {2}NEXTAUTH_SECRET must .*\.\n {2}TOKEN_KEYS must .*\.$/,
  );
  expect(() => env()).not.toThrow(/canary/);
});

test('the program stands under one address, and its payments have a limit in whole dollars', () => {
  const parsed = environmentSchema.parse({ ...emulator, PROGRAM_EMAIL: 'Program@Example.com' });
  expect(parsed).toMatchObject({
    PROGRAM_EMAIL: 'program@example.com',
    OPERATOR_PAYMENT_LIMIT: 25_000,
  });
  expect(complaints({ PROGRAM_EMAIL: 'a@example.com, b@example.com' })).toEqual([
    'PROGRAM_EMAIL must be one e-mail address',
  ]);
  expect(complaints({ OPERATOR_PAYMENT_LIMIT: '99.5' })).toEqual([
    'OPERATOR_PAYMENT_LIMIT must be a whole number of dollars',
  ]);
  expect(complaints({ OPERATOR_PAYMENT_LIMIT: '0' })).toEqual([
    'OPERATOR_PAYMENT_LIMIT must be at least 1',
  ]);
});

test('the stand-alone door for webhooks has a port of its own', () => {
  expect(environmentSchema.parse(emulator)).toMatchObject({ INGEST_PORT: 3001 });
  expect(environmentSchema.parse({ ...emulator, INGEST_PORT: '8080' })).toMatchObject({
    INGEST_PORT: 8080,
  });
  for (const INGEST_PORT of ['http', '80.5', '-1', '65536']) {
    expect(complaints({ INGEST_PORT })).toEqual(['INGEST_PORT must be a port number']);
  }
});

test('the time to stop is 25 seconds, or another number of seconds up to ten minutes', () => {
  expect(environmentSchema.parse(emulator)).toMatchObject({ STOP_GRACE_SECONDS: 25 });
  expect(complaints({ STOP_GRACE_SECONDS: 'soon' })).toEqual([
    'STOP_GRACE_SECONDS must be a number of seconds',
  ]);
  expect(complaints({ STOP_GRACE_SECONDS: '0' })).toEqual([
    'STOP_GRACE_SECONDS must be at least 1',
  ]);
});

test('how many people are swept a minute is a whole number that no Astra could complain of', () => {
  expect(environmentSchema.parse(emulator)).toMatchObject({ SWEEPS_PER_MINUTE: 100 });
  expect(complaints({ SWEEPS_PER_MINUTE: '0' })).toEqual(['SWEEPS_PER_MINUTE must be at least 1']);
  expect(complaints({ SWEEPS_PER_MINUTE: '1001' })).toEqual([
    'SWEEPS_PER_MINUTE must not be above 1000',
  ]);
});
